import Testing

import Knowledge
