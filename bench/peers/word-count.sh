#!/bin/sh
# `wc -l` as a contender of measure.ts: reads each slice many times over, so that starting the program does not count.
times=40
while read -r path; do
  set --
  while [ $# -lt $times ]; do set -- "$@" "$path.log"; done
  sh -c 'wc -l "$@" >/dev/null; times' wc "$@" | awk -v times=$times '
    NR == 2 { gsub(/[ms]/, " "); print "{\"cpuSeconds\":" ($1 * 60 + $2 + $3 * 60 + $4) / times "}"; fflush() }'
done
