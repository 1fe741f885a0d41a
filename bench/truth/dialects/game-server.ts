import type { Dialect } from '../dialect.ts'
import { clock } from '../headers.ts'

/** A game server: players by name at the begin of sentences, chat in free text, worlds, plugins that each write their way. */
export const gameServer: Dialect = {
  name: 'game server',
  header: ({ at, random }) =>
    `[${clock(at)}] [${random.of(['Server thread', 'Server thread', 'Async Chat Thread - #1', 'User Authenticator #4', 'Worker-Main-2'])}/${random.of(['INFO', 'INFO', 'INFO', 'WARN', 'ERROR'])}]: `,
  lists: {
    player: 'Steve xX~Dragon~Xx miner42 Lena TheBuilder ana~k Notch99 Tobi QueenBee redstone~guy',
    world: 'overworld the~nether the~end lobby creative skyblock',
    mob: 'Zombie Skeleton Creeper Spider Enderman Blaze',
    item: 'Diamond_Sword Bow Iron_Axe Trident Fishing_Rod',
    place: 'spawn market arena home farm castle',
    adv: 'Stone_Age Getting_an_Upgrade Hot_Stuff Diamonds! Into_Fire Sweet_Dreams',
    chat: 'hello anyone_here? selling_wood_at_spawn lol where_is_the_castle gg brb_5_min who_took_my_horse nice_build! need_help_with_the_farm',
    reason: 'Disconnected Timed_out Internal_Exception:_Connection_reset Kicked_by_an_operator You_are_not_whitelisted',
    cmd: '/home /spawn /tpa_Lena /msg_Tobi_hi /gamemode_creative /claim',
    plug: 'WorldGuard EssentialsLite Vault~Economy LuckRanks ShopKeeper',
    rank: 'Member Builder Moderator Admin VIP',
    mode: 'Survival Creative Spectator Adventure',
    gem: 'coins gems tokens',
  },
  statements: `
core :: Starting minecraft-like server version {version}
core :: Loading properties
core :: Default game type: {mode}
core :: Generating keypair
core :: Starting server on *:{port}
core :: Preparing level "{world}"
core :: Preparing start region for dimension {world}
core :: Preparing spawn area: {percent}
core :: Time elapsed: {n} ms
core :: Done ({seconds})! For help, type "help"
core :: UUID of player {player} is {uuid}
core :: {player}[/{address}] logged in with entity id {n} at ([{world}]{float}, {float}, {float})
core :: {player} joined the game
core :: {player} left the game
core :: {player} lost connection: {reason}
core :: Disconnecting {player} (/{address}): {reason}
core :: <{player}> {chat}
core :: {player} issued server command: {cmd}
core :: {player} has made the advancement [{adv}]
core :: {player} was slain by {mob}
core :: {player} was slain by {player} using [{item}]
core :: {player} was shot by {mob}
core :: {player} fell from a high place
core :: {player} drowned
core :: {player} tried to swim in lava
core :: {player} moved too quickly! {float},{float},{float}
core :: {player} moved wrongly!
core :: Can't keep up! Is the server overloaded? Running {n}ms or {n} ticks behind
core :: Saving chunks for level '{world}'
core :: ThreadedChunkStorage ({world}): All chunks are saved
core :: Saved the game
core :: [{player}: Set own game mode to {mode} Mode]
core :: [{player}: Teleported {player} to {player}]
core :: [{player}: Gave {n} [{item}] to {player}]
core :: Set the weather to clear
core :: Set the weather to rain
core :: There are {small} of a max of {n} players online: {player,}
core :: Unknown command. Type "/help" for help.
core :: Stopping server
core :: Mismatch in destroy block pos: {pair} {pair}
core :: Keeping entity {mob} that already exists with UUID {uuid}
plugin :: [WorldGuard] ({world}) Loaded {n} regions of {small} worlds
plugin :: [WorldGuard] {player} entered region {place}
plugin :: [WorldGuard] {player} was denied to build in {place}
plugin :: [Economy] {player} paid {n} {gem} to {player}
plugin :: [Economy] {player} bought {n}x {item} for {n} {gem}
plugin :: [Economy] Balance of {player} is {float}
plugin :: [Economy] Top account: {player} with {n} {gem}
plugin :: [Ranks] Promoted {player} from {rank} to {rank}
plugin :: [Ranks] {player} has no permission {class}
plugin :: [Backup] Backup of {world} started by {player}
plugin :: [Backup] Backup of {world} finished: {size} in {seconds}
plugin :: [Backup] Old backup {path} deleted
plugin :: [AntiCheat] {player} failed Fly (VL {small}) ping {n} tps {float}
plugin :: [AntiCheat] {player} failed Speed (VL {small}) ping {n} tps {float}
plugin :: [AntiCheat] {player} was kicked: too many violations ({small})`,
}
