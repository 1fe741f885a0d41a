/** JSON tells by its values, which are not in the shape: this decides whether a record is worth unfolding. */
import { wordFilter } from './word-filter.ts'

export const worthWords =
  /fail|den(?:y|ied)|refus|reject|invalid|incorrect|wrong|unauth|forbid|block|lock|drop|exceed|too many|limit|attack|malicious|suspicious|ban|bad|mismatch|unknown|succe|"(?:status|code|action)|login|sign|auth/i

/** By the rarest four letters of each. */
export const mayHoldWord = wordFilter({
  fours:
    'fail|deny|deni|efus|ejec|nval|rrec|wron|auth|orbi|lock|drop|xcee|oo m|imit|ttac|lici|spic|smat|nkno|ucce|"sta|"cod|"act|ogin|sign'.split(
      '|',
    ),
  threes: ['ban', 'bad'],
})
