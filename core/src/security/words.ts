/** The vocabulary as patterns, one a role, and text as they want it. */
import { vocabulary, type Role } from './vocabulary.ts'

/** One pattern a role: does a text, as `plainWords`, hold one of its stems? */
export type Words = Readonly<Record<Role, RegExp>>

export function stemsOf(role: Role): string[] {
  return vocabulary[role].trim().split(/\s*\n\s*/)
}

/** Scripts without blanks between words are searched anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const NOTHING = '(?!)'

export function anyOf(stems: readonly string[]): RegExp {
  const spaced = stems.filter((stem) => !UNSPACED.test(stem))
  const unspaced = stems.filter((stem) => UNSPACED.test(stem))
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${spaced.join('|') || NOTHING})`, ...unspaced].join('|'), 'u')
}

/** Leaving stems out shows what each is worth. */
export function wordsOf(isKept: (role: Role, stem: string) => boolean = () => true): Words {
  const roles = Object.keys(vocabulary) as Role[]
  return Object.fromEntries(
    roles.map((role) => [role, anyOf(stemsOf(role).filter((stem) => isKept(role, stem)))]),
  ) as Record<Role, RegExp>
}

export const allWords = wordsOf()

/** Neither capitals nor underscores, nor letters that may be capitals elsewhere. */
const PLAIN = /^[\s!-@[-^`-~]*$/

/** Lower case, camelCase and snake_case split, so that `InvalidPassword` and `login_failed` read as words. */
export function plainWords(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/_/g, ' ')
    .toLowerCase()
}
