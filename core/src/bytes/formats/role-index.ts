import type { Role } from '../../parse/roles.ts'

/** Roles as small numbers. */
export const roleIndex: Readonly<Record<Role, number>> = {
  time: 0,
  nanos: 1,
  level: 2,
  message: 3,
  service: 4,
  host: 5,
  component: 6,
  session: 7,
  status: 8,
  latency: 9,
  ip: 10,
  user: 11,
  method: 12,
  target: 13,
  request: 14,
}

export const ROLES = 15
