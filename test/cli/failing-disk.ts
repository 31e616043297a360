/** Which calls to the disk fail, by their name and their place among all, from 1. */
export interface Fault {
  readonly code: string;
  isDue(call: string, nth: number): boolean;
}

type Call = (...args: never[]) => unknown;

/** A disk that counts the calls of the program while it is watched, and fails where it is told to. */
export class FailingDisk {
  #fault: Fault | null = null;
  #calls: string[] = [];

  /** Runs something with the fault; gives the names of the calls that were made. */
  async during(fault: Fault, act: () => Promise<void>): Promise<readonly string[]> {
    this.#fault = fault;
    this.#calls = [];
    try {
      await act();
    } finally {
      this.#fault = null;
    }
    return this.#calls;
  }

  /** A module of Node's whose functions fail when it is time. */
  wrapped<Module extends object>(module: Module, form: 'sync' | 'promise'): Module {
    const entries = Object.entries(module).map(([name, value]) => {
      const isCall = typeof value === 'function' && /^[a-z]/.test(name) && name !== 'existsSync';
      if (!isCall) return [name, value];
      if (form === 'promise') return [name, this.#promising(name, value as Call)];
      return [
        name,
        name.endsWith('Sync') ? this.#throwing(name, value as Call) : this.#callingBack(name, value as Call),
      ];
    });
    return Object.fromEntries(entries) as Module;
  }

  #failure(name: string): Error | null {
    if (this.#fault === null) return null;
    this.#calls.push(name);
    const { code } = this.#fault;
    return this.#fault.isDue(name, this.#calls.length)
      ? Object.assign(new Error(`${code}: planted, ${name}`), { code })
      : null;
  }

  #throwing(name: string, call: Call): Call {
    return (...args) => {
      const failure = this.#failure(name);
      if (failure === null) return call(...args);
      // A descriptor is closed even where closing it tells of a fault.
      if (name === 'closeSync') call(...args);
      throw failure;
    };
  }

  #promising(name: string, call: Call): Call {
    return async (...args) => {
      const failure = this.#failure(name);
      if (failure !== null) throw failure;
      return call(...args);
    };
  }

  #callingBack(name: string, call: Call): Call {
    return (...args) => {
      const failure = this.#failure(name);
      if (failure === null) return call(...args);
      const done = args.at(-1) as unknown as (error: Error) => void;
      if (name !== 'writeFile') return done(failure);
      // A disk that is filled takes what it has room for.
      const [to, content] = args as unknown as [number, string | Uint8Array];
      const half = content.slice(0, Math.floor(content.length / 2));
      return call(...([to, half, () => done(failure)] as never[]));
    };
  }
}
