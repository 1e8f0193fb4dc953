import Testing

import KnowledgeGraph
