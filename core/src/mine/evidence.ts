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
  /** The first word, before a colon: `disk: cannot be read`. */
  readonly subject: number
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
  /** Words that are known to be values of another place: where one stood, whatever stands there is a value. */
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
  /** One word in brackets, in a longer sentence. */
  readonly bracketedWord: number
  readonly bracketedList: number
  /** `['a', 'b']` is written by no person. */
  readonly quotedList: number
  readonly bracketedText: number
  readonly tail: number
  /** The text behind what failed. */
  readonly reason: number
  /** The same where many words tell what. */
  readonly reasonOfMuch: number
  /** Different first words of tails, and different last ones. */
  readonly sentenceEnds: number
  readonly tailList: number
  readonly pairLeast: number
  /** Pairs that would ask for more are not looked at: they are most, and seldom come true. */
  readonly pairMost: number
  /** Texts at each place of a pair. */
  readonly pairEach: number
  /** A word that is a value by its form, or known to be one, counts for so many texts more with other words. */
  readonly besideValue: number
  /** A masked value at the place counts for so many texts; for one where others are several words, perhaps a sentence. */
  readonly maskedValue: number
  /** Rows that are equal but for known values, two and more of them. */
  readonly likeRows: number
}

export const EVIDENCE: Evidence = {
  anyWord: 3,
  anyWordLeast: 3,
  stateWord: 4,
  statementWord: 6,
  subject: 3,
  stateParticiple: 2,
  dottedKey: 4,
  likelyValue: 2,
  behindNaming: 2,
  constantName: 3,
  behindThing: 3,
  knownValue: 1,
  vocabulary: 2,
  severalWords: 1,
  nameEnds: 5,
  properName: 2,
  quotedText: 3,
  quotedWord: 2,
  bracketedWord: 2,
  bracketedList: 3,
  quotedList: 2,
  bracketedText: 6,
  tail: 4,
  reason: 3,
  reasonOfMuch: 2,
  sentenceEnds: 3,
  tailList: 1,
  pairLeast: 4,
  pairMost: 12,
  pairEach: 4,
  besideValue: 4,
  maskedValue: 2,
  likeRows: 2,
}
