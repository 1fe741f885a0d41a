/**
 * What the miner's numbers are worth on a log they were not chosen on: for each log, every number of `Evidence` takes the
 * value that is best for all other logs, and the log is mined with those.
 */
import { EVIDENCE, type Evidence } from '@errorsense/core/mine/evidence.ts'
import { finalScore, type MinableLog } from './mined-log.ts'
import type { TemplateScore } from './template-score.ts'

type Choice = readonly [name: keyof Evidence, value: number]

const OFF = Number.POSITIVE_INFINITY

/** What each may be; off comes first, and wins where a rule helps nobody. */
const values: Readonly<Record<keyof Evidence, readonly number[]>> = {
  anyWord: [OFF, 8, 6, 5, 4, 3],
  anyWordLeast: [6, 5, 4, 3],
  stateWord: [OFF, 6, 5, 4, 3],
  statementWord: [OFF, 10, 8, 6, 5],
  subject: [OFF, 6, 4, 3],
  stateParticiple: [OFF, 6, 4, 3, 2],
  dottedKey: [OFF, 8, 4, 3],
  likelyValue: [4, 3, 2],
  behindNaming: [OFF, 4, 3, 2],
  constantName: [OFF, 4, 3, 2],
  behindThing: [OFF, 5, 4, 3, 2],
  knownValue: [OFF, 4, 3, 2, 1],
  vocabulary: [OFF, 5, 4, 3, 2],
  severalWords: [OFF, 4, 2, 1],
  nameEnds: [OFF, 6, 5, 4, 3],
  properName: [OFF, 5, 4, 3, 2],
  quotedText: [OFF, 6, 4, 3, 2],
  quotedWord: [OFF, 4, 3, 2],
  bracketedWord: [OFF, 4, 3, 2],
  bracketedList: [OFF, 4, 3, 2],
  quotedList: [OFF, 4, 3, 2],
  bracketedText: [OFF, 8, 6, 5, 4],
  tail: [OFF, 8, 6, 5, 4],
  reason: [OFF, 4, 3, 2],
  reasonOfMuch: [OFF, 4, 3, 2],
  sentenceEnds: [OFF, 4, 3, 2],
  tailList: [OFF, 6, 4, 3, 1],
  pairLeast: [OFF, 6, 5, 4, 3],
  pairMost: [99, 12, 10, 8],
  pairEach: [6, 5, 4, 3],
  besideValue: [0, 1, 2, 4],
  maskedValue: [0, 1, 2, 3],
  likeRows: [OFF, 5, 4, 3, 2],
}

export function leaveOneOut(logs: readonly MinableLog[]): TemplateScore[] {
  const choices = (Object.keys(values) as (keyof Evidence)[]).flatMap((name) =>
    values[name].map((value): Choice => [name, value]),
  )
  const shipped = logs.map((log) => worth(finalScore(log)))
  const scored = choices.map((choice) => {
    const [name, value] = choice
    const evidence = withChoices([choice])
    const scores = EVIDENCE[name] === value ? shipped : logs.map((log) => worth(finalScore(log, { evidence })))
    process.stderr.write(`${choice.join(' ')}: ${(sum(scores) / logs.length).toFixed(4)}\n`)
    return { choice, scores }
  })
  return logs.map((log, held) => {
    const chosen = (Object.keys(values) as (keyof Evidence)[]).map((name) => {
      const candidates = scored.filter(({ choice }) => choice[0] === name)
      return candidates.reduce((best, one) =>
        without(one.scores, held) > without(best.scores, held) + 1e-9 ? one : best,
      ).choice
    })
    const score = finalScore(log, { evidence: withChoices(chosen) })
    const changed = chosen.filter(([name, value]) => EVIDENCE[name] !== value)
    process.stderr.write(
      `held out ${log.name}: GA ${score.GA.toFixed(3)} FGA ${score.FGA.toFixed(3)}, chosen ${changed.join(' ')}\n`,
    )
    return score
  })
}

function withChoices(choices: readonly Choice[]): Evidence {
  return { ...EVIDENCE, ...Object.fromEntries(choices) }
}

function worth({ GA, FGA }: TemplateScore): number {
  return (GA + FGA) / 2
}

function without(scores: readonly number[], held: number): number {
  return sum(scores) - scores[held]
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0)
}
