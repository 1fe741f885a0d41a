/** Topics behind app-logs. Both are small: sums and incidents, not lines. */
export const OBSERVATIONS_TOPIC = 'log-observations'
export const INCIDENTS_TOPIC = 'incidents'
