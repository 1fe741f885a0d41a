/** OpenSSH behind rsyslog, the traditional layout without year. */
import { syslogTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

export function sshd(shop: Shop, time: number, pid: number, message: string): void {
  shop.write(time, 'bastion', `${syslogTime(time)} bastion sshd[${pid}]: ${message}`)
}

export const processId = (shop: Shop) => shop.dice.between(1200, 32_000)
export const clientPort = (shop: Shop) => shop.dice.between(32_768, 60_999)
