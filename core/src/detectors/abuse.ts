/** Against the rules of the house: refused relaying, limits hit again and again, or everything read at once. */
import { MINUTE_MS } from '../aggregate/window.ts'
import type { Detector, Finding, Glance } from '../finding.ts'
import { memory } from '../memory.ts'
import { attackerBook, type Act, type AttackerBook } from '../security/attackers.ts'
import { emptyBucket, pour, type Bucket } from '../security/bucket.ts'
import { certainty, note, charge } from '../security/case-file.ts'
import { cases, type Case } from '../security/cases.ts'
import { emptySketch, readPages, type PathSketch } from '../security/path-sketch.ts'

export interface AbuseOptions {
  readonly book?: AttackerBook
  readonly fires?: number
  readonly leakMs?: number
  /** Different pages within ten seconds, and as a multiple of what the address usually reads. */
  readonly pages?: number
  readonly timesUsual?: number
}

const MOST_KEPT = 20

interface State {
  readonly bucket: Bucket
  readonly sketch: PathSketch
  acts: Act[]
  pages: number
}

export function abuse({
  book = attackerBook(),
  fires = 4.4,
  leakMs = MINUTE_MS,
  pages = 60,
  timesUsual = 5,
}: AbuseOptions = {}): Detector {
  const all = cases<State>(() => ({ bucket: emptyBucket(), sketch: emptySketch(), acts: [], pages: 0 }))

  function misbehaved(subject: Case<State>, act: Act): void {
    keep(subject.state, act)
    const level = pour(subject.state.bucket, act.at, act.weight, leakMs)
    if (subject.file.isOpen) note(subject.file, act)
    else if (level > fires) all.open(subject, subject.state.acts)
  }

  function read(subject: Case<State>, act: Act): void {
    const { state, file } = subject
    const { seen, usual } = readPages(state.sketch, act)
    if (seen < pages || seen < usual * timesUsual) return
    state.pages = Math.max(state.pages, Math.round(seen))
    if (file.isOpen) note(file, act)
    else all.open(subject, [act])
  }

  function render(now: number): (subject: Case<State>) => Finding {
    return ({ party, file, state }) => {
      const isReading = state.pages > 0
      const seen = isReading ? state.pages : file.count
      const limit = isReading ? pages : Math.floor(fires)
      const unit = isReading ? 'pages in 10 s' : 'offences'
      return charge(file, 'abuse', 'abuse', party.addresses, now, {
        seen,
        usual: 0,
        high: limit,
        unit,
        score: certainty(seen, limit),
      })
    }
  }

  function look(window: Glance): Finding[] {
    for (const act of book.acts(window)) {
      if (act.deed === 'abuse') misbehaved(all.of(act.party), act)
      else if (act.deed === 'request') read(all.of(act.party), act)
    }
    return all.tell(window.end, render(window.end))
  }

  return {
    name: 'abuse',
    judge: look,
    glance: look,
    finish: (at) => all.tellAll(at, render(at)),
    memories: [book.memory, memory('abuse', 1, all)],
  }
}

function keep(state: State, act: Act): void {
  state.acts = [...state.acts, act].slice(-MOST_KEPT)
}
