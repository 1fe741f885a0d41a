/** Bytes to strings and back. A port because core knows no TextDecoder; called per line by the readable engine. */
export interface Text {
  /** One char per byte, so string offsets are byte offsets. */
  latin1(bytes: Uint8Array, start: number, end: number): string
  /** Invalid sequences become U+FFFD. */
  utf8(bytes: Uint8Array, start: number, end: number): string
  /** The UTF-8 reading of a string that `latin1` made. */
  fromLatin1(text: string): string
  /** UTF-8 bytes of a string. */
  bytes(text: string): Uint8Array
}
