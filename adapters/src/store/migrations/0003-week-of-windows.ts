/** A week can be replayed window by window, and a day more, so that it is whole whenever somebody asks. */
export const weekOfWindows: readonly string[] = [`ALTER TABLE observations MODIFY TTL stored + INTERVAL 8 DAY`]
