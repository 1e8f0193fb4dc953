import Testing

import LanguageAnalysis
