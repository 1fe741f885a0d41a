/**
 * Which messages are still needed: those that told of a window not judged yet. The committed offset never passes the
 * first of them, so that after a crash every open window is filled again.
 */
export function openOffsets() {
  const firstOffset = new Map<number, number>()
  return {
    /** The message at `offset` told of the window. */
    hold(window: number, offset: number): void {
      if (!firstOffset.has(window)) firstOffset.set(window, offset)
    },
    /** Windows before `next` are judged: the offset to commit, `end` when nothing is held. */
    release(next: number, end: number): number {
      let offset = end
      for (const [window, first] of firstOffset) {
        if (window < next) firstOffset.delete(window)
        else offset = Math.min(offset, first)
      }
      return offset
    },
  }
}
