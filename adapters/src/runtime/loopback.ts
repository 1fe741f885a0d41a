/** Whether a host to listen on can be reached from this machine only: what decides if a key is needed. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
