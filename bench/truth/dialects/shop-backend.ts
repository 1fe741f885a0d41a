import type { Dialect } from '../dialect.ts'
import { iso, level } from '../headers.ts'

/** Business software: sentences with names, plain words that vary, exceptions, `name(args)`, units. */
export const shopBackend: Dialect = {
  name: 'shop backend',
  header: ({ at, component, random }) =>
    `${iso(at)} ${level(random).padStart(5)} 7 --- [${random.of(['nio-8080-exec-1', 'nio-8080-exec-12', 'scheduling-1'])}] ${`c.acme.shop.${component}`.padEnd(30)} : `,
  lists: {
    item: 'lamp oak_table sofa office_chair wool_carpet mirror candle',
    city: 'Paris Lima Oslo New_York Quito Rio_de_Janeiro Tokyo Accra',
    status: 'NEW PAID PACKED SHIPPED DELIVERED RETURNED',
    method: 'findAll saveOrder deleteUser listCarts loadPrice sendMail',
    feature: 'dark-mode fast-checkout gift-cards new-search',
    provider: 'stripe paypal klarna adyen',
    cause:
      'timed_out connection_reset_by_peer no_route_to_host permission_denied broken_pipe quota_exceeded name_not_known end_of_file',
    exception:
      'java.io.IOException java.net.SocketTimeoutException java.lang.IllegalStateException org.acme.StockException',
    tier: 'gold silver bronze platinum',
    locale: 'en-US de-DE es-MX pt-BR',
  },
  statements: `
Cart :: User {user} added {item} to cart {n}
Cart :: User {user} removed {item} from cart {n}
Cart :: Cart {n} of {user} is empty
Cart :: Cart {n} expired after {n} minutes
Cart :: Merging cart {n} into {n}
Order :: Order {n} placed by {user} for {float} EUR
Order :: Order {n} moved from {status} to {status}
Order :: Order {n} cancelled by {user}: {cause}
Order :: Order {n} shipped to {city}
Order :: Could not save order {n}
Order :: {method}({n}) took {ms}
Order :: {method}({n}, {user}) failed with {exception}: {cause}
Order :: entering {method}
Order :: leaving {method} after {duration}
Pay :: Charging {float} EUR via {provider}
Pay :: Provider {provider} declined payment {uuid}
Pay :: Provider {provider} answered {n} in {n} ms
Pay :: Refund {uuid} requested
Pay :: Refund {uuid} approved
Pay :: Payment service is down
Pay :: Payment service is up
Stock :: {item} is out of stock in {city}
Stock :: Reserved {small} of {item} in {city}
Stock :: Stock of {item} is low: {small} left
Stock :: Reloading stock table
Stock :: {exception}: {cause}
Mail :: Sending "{item}" newsletter to {n} customers
Mail :: Mail to {email} bounced: {cause}
Mail :: Template {word}.html rendered in {duration}
User :: Login of {user} from {ip}
User :: Logout of {user}
User :: {user} is now {tier}
User :: Locale of {user} set to {locale}
User :: Feature {feature} enabled for {user}
User :: Feature {feature} disabled for {user}
User :: Password of {user} changed
User :: Session {hash} expired
Job :: Starting job
Job :: Job finished, {n} items, {n} errors
Job :: Job {word}-import was skipped
Job :: Importing {path} ({size})
Job :: Report for {day} written to {path}
Job :: Cache {class} has {n} entries, hit rate {percent}
Job :: Thread {thread} is blocked for {n} s`,
}
