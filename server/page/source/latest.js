// Asking while somebody types.

/// Asks for one thing at a time: after a pause, and only for what was wanted last.  An answer that comes late is not heard.
export class Latest {
  #pause;
  #ask;
  #stop = new AbortController();

  /// ask(wanted, signal) resolves to an answer; `pause` in milliseconds.
  constructor(pause, ask) {
    this.#pause = pause;
    this.#ask = ask;
  }

  /// hear({answer}) or hear({fault}), unless something else is wanted before.
  want(wanted, hear) {
    this.drop();
    const { signal } = this.#stop = new AbortController();
    const hearNow = (news) => signal.aborted || hear(news);
    setTimeout(() => signal.aborted || this.#ask(wanted, signal).then((answer) => hearNow({ answer }), (fault) => hearNow({ fault })), this.#pause);
  }

  drop() {
    this.#stop.abort();
  }
}
