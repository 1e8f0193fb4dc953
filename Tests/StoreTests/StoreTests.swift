import Testing

import Store
