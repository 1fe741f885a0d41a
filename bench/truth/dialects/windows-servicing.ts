import type { Dialect } from '../dialect.ts'
import { clock, day } from '../headers.ts'

/** Installing packages: names with versions and tildes, bracketed codes, quoted and unquoted paths. */
export const windowsServicing: Dialect = {
  name: 'windows servicing',
  header: ({ at, component, random }) =>
    `${day(at)} ${clock(at)}, ${random.of(['Info', 'Info', 'Info', 'Warning', 'Error']).padEnd(22)}${component.padEnd(7)}`,
  lists: {
    package:
      'Bundle~for~U2928120~71af3856ad364e35~x64~~6.1.1.2 Bundle~for~U3078601~71af3856ad364e35~x64~~6.1.1.0 Desktop-Extras-Bundle~71af3856ad364e35~x64~en-US~7.0.7601.17514 Runtime-Core~b03f5f7f11d50a3a~x64~~6.2.0.0',
    state: 'Installed Staged Absent Resolved Replaced Removed Partly_Installed',
    client: 'UpdateAgent Image_Manager_Provider langsetup SPP ModuleInstaller',
    component: 'x64~net-dns-client x64~shell-common x86~font-fms x64~print-ui wow~media-codecs',
  },
  statements: `
SVC :: Loaded Install Engine v{version} with Base: {winpath}
SVC :: Starting ModuleInstaller setup.
SVC :: Ending ModuleInstaller setup.
SVC :: Starting the ModuleInstaller main loop.
SVC :: ModuleInstaller service starts well.
SVC :: TEL: Going online with user choice: {bool}
SVC :: TEL: Removing reports older than {small} days.
SVC :: TEL: Asking for upload of all waiting reports.
SVC :: TEL: No upload with file pattern: {winpath}, flags: {short0x} [RESULT = {hex0x} - E_FAIL]
SVC :: TEL: Queued {small} file(s) of pattern: {winpath}, flags: {short0x}
SVC :: TEL: Warning: Could not upload all waiting reports. [RESULT = {hex0x} - E_FAIL]
SVC :: No work at startup, ModuleInstaller was not set to start by itself, or else a restart is waiting.
SVC :: LateStart: Looking whether startup work was needed.
SVC :: LateStart: Fine, no startup work as expected.
SVC :: Startup thread ended as usual
SVC :: Run: {n}_{n} begun by client {client}.
SVC :: Run: {n}_{n} ended. Restart needed: no [RESULT = {hex0x} - S_OK]
SVC :: Run: {n}_{n} ended. Restart needed: yes [RESULT = {hex0x} - S_OK]
SVC :: Took known answer for bundle: {package}, WantedState: {n}, PresentState:{n}
SVC :: Could not open bundle. [RESULT = {hex0x} - E_INVALID_BUNDLE]
SVC :: Bundle: {package} from: {state}, fits: {state}, aim: {state}
SVC :: Fit: find Parent, Bundle: {package}, Parent: {package}, Outcome = Found, Version: EQ, Service: GE, Build: GE, Spread: GE, Revision: GE, Exists: present
SVC :: Fit: Weighing fit of bundle {package}, fits: {state}
SVC :: Plan: Bundle: {package}, present: {state}, waiting: Default, from: {state}, fits: {state}, aim: {state}, limit: {state}
SVC :: Do: Bundle: {package} already is as it should, present: {state}, aim: {state}
SVC :: Closing offline hive: {guid}{winpath}
SVC :: Idle thread ended as usual
SVC :: Restart marks: {small}
SVC :: Sweep: Store says there is nothing to sweep, skipping.
KTM :: {hex}@{date} KtmSetup (ktm.dll version {version}) called (stack @{hex0x} @{hex0x} @{hex0x} @{hex0x} @{hex0x} @{hex0x})
KTM :: {hex} Made transaction (seq {small}) result {hex0x}, handle @{short0x}
KTM :: {hex} KTM perf trace: KTMPERF:COMMIT;{n}
KTM :: {hex} Making transaction (seq {small}), name [6]"(null)"
KTM :: {hex} [FX] Checking {small} parts
KTM :: {hex} [FX] Check done
KTM :: {hex} [FX] Beginning Check and Repair run
KTM :: {hex} [FX] Mending {small} parts
KTM :: {hex} [FX] No way to mend file [l:{small}]"{word}.dll" of {component}, Version = {version}, pA = X64 ({small}), Culture neutral, Scope = 1 single, PublicKey = {hex}, Type neutral, in the store, hash differs`,
}
