import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** Films at home: titles of several words, players, states, codecs. */
export const mediaServer: Dialect = {
  name: 'media server',
  header: ({ at, random }) =>
    `${day(at)} ${clock(at)}.${millis(at)} [${100 + random.int(30)}] ${random.of(['INFO', 'DEBUG', 'WARN', 'ERROR'])} - `,
  lists: {
    lib: 'Movies Shows Music Home_Videos Photos',
    title: 'The_Long_Road Night_Train Blue_Harbor Winter Second_Sun Paper_Boats',
    client: 'Living_Room_TV Pixel iPad Chrome Kitchen_Speaker',
    codec: 'h264 hevc aac ac3 opus',
    user: 'anna ben carla dieter',
    state: 'playing paused stopped buffering',
    why: 'timeout connection_refused not_found unsupported_codec',
    dec: 'direct_play transcode copy',
  },
  statements: `
a :: Scanning library "{lib}"
a :: Finished scanning "{lib}" in {seconds}
a :: Library {lib}: {n} items added, {n} removed
a :: Started playback of {title} on {client} by {user}
a :: Client {client} is now {state}
a :: Session {hex} state changed from {state} to {state}
a :: Transcoding {title}: {codec} -> {codec}, speed {float}x
a :: Transcoder exited with code {int}
a :: Decision for {client}: {dec}
a :: Thumbnail for {title} could not be made: {why}
a :: Metadata agent answered {n} for {title}
a :: User {user} signed in from {ip}
a :: User {user} rated {title} {small} stars
a :: Device {client} ({ip}) disconnected: {why}
a :: Refreshing metadata of {title} ({n}/{n})
a :: Database backup written to {path}
a :: Cache pruned, {size} freed
a :: Remote access enabled on port {port}
a :: Remote access lost: {why}
a :: Update {version} available on channel {word}
a :: Subtitle language {word} selected for {title}
a :: Playlist "{word}" created by {user} with {n} items
a :: Buffer underrun on {client} after {n} ms
a :: Server started, version {version}
a :: Server stopped`,
}
