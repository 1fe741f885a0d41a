/**
 * How fast templates are mined, against the miners others use: Loki's drain is given the raw lines, Drain3 the bare
 * messages. Ours reads the raw lines and does everything else it does with them as well.
 */
import { join } from 'node:path'
import { cpu, interleave, processContender, rowOf, speeds, type Contender, type Round } from './measure.ts'
import { installDrain3, installLokiDrain, type Installed } from './peers/install.ts'
import { nodePeer } from './peers/node-peer.ts'
import type { Row } from './table.ts'
import { sliceFolder, writeSlice } from './workload/slices.ts'
import { workload } from './workload/workload.ts'

const CHUNKS = 32
const ROUNDS = 6
const LOAD = { templates: 1000, services: 200 }

interface Peer {
  readonly name: string
  readonly installed: Installed
  readonly reach: number
  readonly beyond: number
}

export async function mining({ seeds: [seed], engine }: { seeds: readonly number[]; engine: string }): Promise<Row[]> {
  const folder = sliceFolder()
  const load = workload({ seed, ...LOAD })
  const slices = Array.from({ length: 1 + ROUNDS }, (_, i) => writeSlice(join(folder, String(i)), load, CHUNKS))
  const peers: readonly Peer[] = [
    { name: "Loki's drain", installed: installLokiDrain(), reach: 2, beyond: 8 },
    { name: 'Drain3', installed: installDrain3(), reach: 15, beyond: 60 },
  ]
  const ours = nodePeer('ours.ts', engine)
  const others = new Map(peers.flatMap((peer) => contenderOf(peer)))
  const rounds = await interleave([ours, ...others.values()], slices)
  for (const contender of [ours, ...others.values()]) contender.stop()
  return [
    ...peers.map((peer) => ratioRow(peer, rounds, ours, others.get(peer))),
    ...[ours, ...others.values()].flatMap((contender) => speedRows(rounds, contender)),
  ]
}

function contenderOf(peer: Peer): (readonly [Peer, Contender])[] {
  const { name, installed } = peer
  return 'why' in installed ? [] : [[peer, processContender(name, installed.command, installed.args)]]
}

function ratioRow(
  { name, installed, reach, beyond }: Peer,
  rounds: readonly Round[],
  ours: Contender,
  other: Contender | undefined,
): Row {
  const row = { name: `against ${name}`, unit: 'ratio', better: 'higher', reach, beyond } as const
  if (other)
    return rowOf(
      rounds.map((round) => cpu(round, other) / cpu(round, ours)),
      row,
    )
  return { ...row, value: null, why: 'why' in installed ? installed.why : 'not started' }
}

function speedRows(rounds: readonly Round[], contender: Contender): Row[] {
  const templates = rounds.at(-1)?.answers.get(contender)?.counts?.['templates']
  return [
    rowOf(speeds(rounds, contender), { name: contender.name, unit: 'lines/CPU-s', better: 'higher' }),
    { name: `${contender.name}: templates of ${LOAD.templates}`, value: templates ?? null, unit: '', better: 'lower' },
  ]
}
