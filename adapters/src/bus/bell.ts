/** Lets one waiter sleep until something happens or its time is up. Ringing with nobody waiting does nothing. */
export interface Bell {
  ring(): void
  wait(ms: number): Promise<void>
}

export function bell(): Bell {
  let wake = (): void => {}
  return {
    ring: () => wake(),
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
