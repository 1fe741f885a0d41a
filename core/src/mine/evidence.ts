/**
 * How many different texts must have stood at a place, the rest equal, before the place is taken for a variable. One
 * record of numbers, so that a benchmark can ask of each what it is worth; Infinity switches a rule off.
 */
export interface Evidence {
  /** A plain word with two or three other words beside it; the second in a longer sentence. */
  readonly anyWord: number
  readonly anyWordLeast: number
  /** A word in capitals, which may be the state that the statement is about. */
  readonly stateWord: number
  /** First words, participles and names of values: they are what statements differ in. */
  readonly statementWord: number
  /** A participle that tells a state: `is locked`. */
  readonly stateParticiple: number
  readonly dottedKey: number
  /** Names by form: digits, dots, capitals inside. */
  readonly likelyValue: number
  /** Behind `by`, `from` and their like stands a name mostly. */
  readonly behindNaming: number
  /** `LIKE_THIS`, and a name that a longer sentence begins with: perhaps what is done. */
  readonly constantName: number
  /** Behind `queue`, `state` and their like. */
  readonly behindThing: number
  /** Words that are known to be values of another place. */
  readonly knownValue: number
  /** Different words that make a place a source of known values. */
  readonly vocabulary: number
  /** Several words where others wrote one: so much more than one word asks for. */
  readonly severalWords: number
  /** Different first words, and last ones, of names of several words where nobody wrote one word. */
  readonly nameEnds: number
  /** Words in capitals where a sentence has none. */
  readonly properName: number
  readonly quotedText: number
  /** One word in quotes, in a longer sentence; not behind a colon, where it may be what the line is about. */
  readonly quotedWord: number
  readonly bracketedList: number
  readonly bracketedText: number
  readonly tail: number
  /** The text behind what failed. */
  readonly reason: number
  /** Different first words of tails, and different last ones. */
  readonly sentenceEnds: number
  readonly tailList: number
  readonly pairLeast: number
  /** Pairs that would ask for more are not looked at: they are most, and seldom come true. */
  readonly pairMost: number
  /** Texts at each place of a pair. */
  readonly pairEach: number
  /** A masked value at the place counts for so many texts. */
  readonly maskedValue: number
  /** Rows that are equal but for known values, two and more of them. */
  readonly likeRows: number
}

export const EVIDENCE: Evidence = {
  anyWord: 3,
  anyWordLeast: 3,
  stateWord: 4,
  statementWord: 6,
  stateParticiple: 2,
  dottedKey: 4,
  likelyValue: 2,
  behindNaming: 2,
  constantName: 3,
  behindThing: 3,
  knownValue: 2,
  vocabulary: 2,
  severalWords: 1,
  nameEnds: 5,
  properName: 2,
  quotedText: 3,
  quotedWord: 2,
  bracketedList: 3,
  bracketedText: 6,
  tail: 4,
  reason: 3,
  sentenceEnds: 3,
  tailList: 2,
  pairLeast: 4,
  pairMost: 12,
  pairEach: 4,
  maskedValue: 2,
  likeRows: 2,
}
