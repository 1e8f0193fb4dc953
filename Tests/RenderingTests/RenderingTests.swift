import Testing

import Rendering
