/** The part of AbortSignal that core relies on; the platform's own fits. */
export interface Signal {
  readonly aborted: boolean
}
