"""Drain3 as a contender of bench/measure.ts, with its usual masks, given bare messages. Only mining is measured."""

import json
import sys
import time

from drain3 import TemplateMiner
from drain3.masking import MaskingInstruction
from drain3.template_miner_config import TemplateMinerConfig


def bounded(pattern):
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"


config = TemplateMinerConfig()
config.masking_instructions = [
    MaskingInstruction(bounded(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "ID"),
    MaskingInstruction(bounded(r"(?:[0-9a-f]{2,}:){3,}[0-9a-f]{2,}"), "ID"),
    MaskingInstruction(bounded(r"\d{1,3}(?:\.\d{1,3}){3}"), "IP"),
    MaskingInstruction(bounded(r"[0-9a-f]{16,}"), "SEQ"),
    MaskingInstruction(bounded(r"0x[0-9A-Fa-f]+"), "HEX"),
    MaskingInstruction(bounded(r"[-+]?\d+"), "NUM"),
]
miner = TemplateMiner(config=config)

for path in sys.stdin:
    with open(path.strip() + ".messages", encoding="utf-8", errors="replace", newline="\n") as file:
        messages = file.read().split("\n")[:-1]
    before = time.process_time()
    for message in messages:
        miner.add_log_message(message)
    answer = {
        "cpuSeconds": time.process_time() - before,
        "counts": {"templates": len(miner.drain.clusters)},
    }
    print(json.dumps(answer), flush=True)
