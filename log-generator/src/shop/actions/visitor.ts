import { access, badGateway, type Answer, type Request } from '../services/web-frontend.ts'
import type { Service, Shop } from '../shop.ts'
import type { Customer } from '../world.ts'

const HOST = 'https://shop.example'

/** Where the web server finds the services behind it. */
const UPSTREAM: Partial<Record<Service, string>> = {
  checkout: '10.0.3.12:8080',
  inventory: '10.0.3.21:8080',
  auth: '10.0.3.31:8000',
}

export interface Visit {
  readonly customer: Customer
  readonly request: Request
}

/** Some customer asks for something; the trace goes with the request through every service. */
export function visit(shop: Shop, method: Request['method'], path: string): Visit {
  const customer = shop.dice.favourite(shop.world.customers, 1.3)
  return { customer, request: { ip: customer.ip, agent: customer.agent, trace: shop.dice.hex(8), method, path } }
}

/** The web server's line, written when the answer is out. Referrer is a page of the shop. */
export function answer(shop: Shop, start: number, request: Request, given: Answer): void {
  const referrer = given.referrer === undefined ? '-' : HOST + given.referrer
  access(shop, start + given.took, request, { ...given, referrer })
}

/** True, and the visitor was told, when the service behind the request does not run. */
export function unreachable(shop: Shop, start: number, request: Request, service: Service): boolean {
  if (!shop.conditions.down.has(service)) return false
  badGateway(shop, start + 1, request, UPSTREAM[service] ?? '10.0.3.2:8080')
  return true
}
