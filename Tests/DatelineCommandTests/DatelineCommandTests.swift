import Testing

import DatelineCommand
