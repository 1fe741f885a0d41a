/** Terminal colours: read past them, but keep the way back to the offsets of the line as it was. */
import { replacePlaced, type Placed } from './placed.ts'

const ESC = '\u001B'
const ESCAPE = new RegExp(`${ESC}\\[[\\d;?]*[ -/]*[@-~]`, 'g')

export function uncolour(line: string): Placed {
  return line.includes(ESC) ? replacePlaced(line, ESCAPE, () => '') : { plain: line, offsets: undefined }
}
