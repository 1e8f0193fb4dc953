import Testing

import Export
