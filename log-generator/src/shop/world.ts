import type { Dice } from '../dice.ts'

/**
 * Who and what there is: customers, staff, goods. Addresses are from ranges that nobody has: documentation
 * (RFC 5737, RFC 3849) and, because those are few, benchmarking (RFC 2544).
 */
export interface Customer {
  readonly name: string
  readonly id: number
  readonly ip: string
  readonly agent: string
}

export interface Staff {
  readonly name: string
  readonly ip: string
  readonly key: string
}

export interface World {
  readonly customers: readonly Customer[]
  readonly staff: readonly Staff[]
  readonly products: readonly number[]
}

const CUSTOMERS = 20_000
const PRODUCTS = 1500

const FIRST =
  'maria jose ana luis carmen pablo elena javier lucia diego sofia marta hugo paula adrian irene anna lukas emma jonas mia felix clara leon chloe hugo lea jules giulia marco sara luca ines joao noor daan eva mats olga ivan mei ken aiko raj priya omar layla kofi ama tom kate'.split(
    ' ',
  )
const LAST =
  'garcia lopez perez sanchez romero torres ruiz vidal ortega navarro keller weber braun vogel roth martin dubois moreau ricci conti silva costa jansen devries lind berg novak petrov tanaka sato wong lee patel khan mensah smith baker hill reed'.split(
    ' ',
  )
const STAFF = ['deploy', 'maria', 'tobias', 'ines', 'ravi', 'backup', 'yuki', 'ops']

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'ShopApp/7.4.1 (Android 15; okhttp/5.1.0)',
  'ShopApp/7.4.0 (iOS 19.1; CFNetwork/3850.2)',
]

export function createWorld(dice: Dice): World {
  return {
    customers: Array.from({ length: CUSTOMERS }, (_, i) => customer(dice, i)),
    staff: STAFF.map((name) => ({ name, ip: `203.0.113.${dice.between(8, 40)}`, key: keyPrint(dice) })),
    products: Array.from({ length: PRODUCTS }, (_, i) => 1000 + ((i * 7919) % 90_000)),
  }
}

function customer(dice: Dice, i: number): Customer {
  const name = `${dice.pick(FIRST)}.${dice.pick(LAST)}${dice.chance(0.4) ? dice.between(1, 99) : ''}`
  return { name, id: 100_000 + i * 17, ip: customerAddress(dice), agent: dice.favourite(AGENTS) }
}

function customerAddress(dice: Dice): string {
  if (dice.chance(0.3)) return `2001:db8:${group(dice)}:${group(dice)}::${group(dice)}`
  if (dice.chance(0.1)) return `198.51.100.${dice.between(100, 254)}`
  return `198.${dice.between(18, 19)}.${dice.between(0, 255)}.${dice.between(1, 254)}`
}

const group = (dice: Dice) => dice.between(0x100, 0xffff).toString(16)

/** Never the address of a customer or of staff. */
export function strangerAddress(dice: Dice): string {
  return dice.chance(0.7) ? `192.0.2.${dice.between(1, 254)}` : `203.0.113.${dice.between(130, 254)}`
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function keyPrint(dice: Dice): string {
  let text = 'SHA256:'
  for (let i = 0; i < 43; i++) text += BASE64[dice.between(0, 63)]
  return text
}
