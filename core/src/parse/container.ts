/** JSON under the name of its container: `web-1  | {...}` of Compose, `[pod/web-6f7/web] {...}` of kubectl. */
import { readEmbedded } from './embedded.ts'
import { set } from './fields.ts'
import type { Format } from './format.ts'

const PREFIX = /^(?:([\w.-]{1,80}) {1,40}\| |\[(?:pod\/)?[\w.-]{1,253}\/([\w.-]{1,80})\] )\{"/
const REPLICA = /[-_]\d{1,4}$/

/** Reads the rest with `inner`, which must be the other formats. */
export function container(inner: Format): Format {
  return {
    name: 'container',
    pattern: PREFIX,
    read(line, fields, context) {
      const prefix = PREFIX.exec(line)
      if (!prefix) return false
      const [whole, composed, named = ''] = prefix
      const length = whole.length - '{"'.length
      fields.service = composed?.replace(REPLICA, '') ?? named
      set(fields.message, length, line.length)
      return readEmbedded({ plain: line.slice(length), offsets: undefined }, fields, context, inner)
    },
  }
}
