/**
 * Words that mean something to those who read messages: a level, what a value behind them is, that somebody is named. All
 * others are alike to them, so a message with another such word at a place tells the same.
 */
import { isFunctionWord, namesAccount, saysNothing } from '../mine/shape.ts'
import { isSearchedFor, patterns } from './evidence.ts'
import { levelOfWord } from './level.ts'

/** Shorter ones may be units, or part of what the patterns spell. */
const SHORTEST = 3
const LONGEST = 24
const LETTERS = /[a-z]+/g

/** All that the patterns spell; a word that one of them finds begins with such letters. */
const spelt = new Set(
  patterns
    .flatMap(({ source }) => source.toLowerCase().match(LETTERS) ?? [])
    .filter(({ length }) => length >= SHORTEST),
)

/** Whether a word of lower case letters is like any other. */
export function isIndifferent(word: string): boolean {
  if (word.length < SHORTEST || word.length > LONGEST || isSearchedFor(word)) return false
  for (let end = SHORTEST; end <= word.length; end++) if (spelt.has(word.slice(0, end))) return false
  return levelOfWord(word) === 0 && !isFunctionWord(word) && !namesAccount(word) && !saysNothing(word)
}

/** Exceptions are told by words of up to so many letters, whatever they are. */
const COUNTED = /Exception|Error|^\*\* \(/

/** Whether the length of a word in this message counts. */
export function countsLetters(message: string): boolean {
  return COUNTED.test(message)
}
