/**
 * How many different texts must have stood at a place, the rest equal, before the place is taken for a variable. One
 * record of numbers, so that a benchmark can ask of each what it is worth; Infinity switches a rule off.
 */
export interface Evidence {
  /** A plain word with one or two other words beside it; a long sentence needs less, but no less than the second. */
  readonly anyWord: number
  readonly anyWordLeast: number
  /** First words, participles and names of values: they are what statements differ in. */
  readonly statementWord: number
  readonly dottedKey: number
  /** Names by form (digits, dots, capitals inside), and units. */
  readonly likelyValue: number
  /** Behind `by`, `from` and their like stands a name mostly. */
  readonly behindNaming: number
  /** `LIKE_THIS`: perhaps the name of what is done. */
  readonly constantName: number
  /** Behind `queue`, `state` and their like. */
  readonly behindThing: number
  /** Words that are known to be values of another place. */
  readonly knownValue: number
  /** Different words that make a place a source of known values. */
  readonly vocabulary: number
  /** Several words where others wrote one: so much more than one word asks for. */
  readonly severalWords: number
  readonly quotedText: number
  readonly bracketedList: number
  readonly bracketedText: number
  readonly tail: number
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
  anyWord: 5,
  anyWordLeast: 4,
  statementWord: 6,
  dottedKey: 4,
  likelyValue: 2,
  behindNaming: 2,
  constantName: 4,
  behindThing: 3,
  knownValue: 2,
  vocabulary: 3,
  severalWords: 1,
  quotedText: 3,
  bracketedList: 3,
  bracketedText: 6,
  tail: 4,
  tailList: 4,
  pairLeast: 4,
  pairMost: 12,
  pairEach: 4,
  maskedValue: 2,
  likeRows: 3,
}
