package org.offlinesign.cli.page;

/** The style sheets: readable in light and dark, on a narrow screen and on paper. */
final class PageStyle {
  /** Of a picture, in a page or alone. */
  static final String PICTURE =
      """
      :root {
        --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #c9d1d9; --lane: #eceff2;
        --key: #dbeafe; --key-edge: #2563eb; --parent: #ede9fe; --parent-edge: #7c3aed;
        --good: #15803d; --bad: #b91c1c; --bad-fill: #fee2e2; --warn: #92600a;
        --published: #93c5fd; --active: #2563eb; --inactive: #94a3b8; --revoked: #b91c1c;
        --signatures: #0d9488; --bar: #0d9488; --now: #b45309;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --paper: #12161b; --ink: #e6edf3; --soft: #a3adb8; --line: #3a434d; --lane: #232a32;
          --key: #16294a; --key-edge: #6ea8fe; --parent: #2a2148; --parent-edge: #b197fc;
          --good: #4ade80; --bad: #ff8a80; --bad-fill: #43191b; --warn: #f0b955;
          --published: #2f5fa8; --active: #6ea8fe; --inactive: #64707d; --revoked: #ff8a80;
          --signatures: #2dd4bf; --bar: #2dd4bf; --now: #fbbf24;
        }
      }
      text { font: 12px system-ui, sans-serif; fill: var(--ink); }
      text.label { fill: var(--soft); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
      text.start { text-anchor: start; }
      text.middle, text.name, text.fact, text.number { text-anchor: middle; }
      text.name.start { text-anchor: start; }
      text.end { text-anchor: end; }
      text.name { font-weight: 600; }
      text.fact { font-size: 11px; }
      .box { stroke-width: 1.5; rx: 6px; fill: var(--paper); stroke: var(--line); }
      .box.key { fill: var(--key); stroke: var(--key-edge); }
      .box.parent { fill: var(--parent); stroke: var(--parent-edge); }
      .box.unknown { stroke: var(--soft); stroke-dasharray: 4 3; }
      .box.bad { fill: var(--bad-fill); stroke: var(--bad); stroke-dasharray: 6 2; }
      .box.set { fill: var(--lane); stroke: var(--line); }
      .edge { stroke: var(--soft); stroke-width: 1.5; }
      .edge.unknown { stroke-dasharray: 4 3; }
      .edge.broken { stroke: var(--bad); stroke-dasharray: 2 4; }
      .arrow { fill: var(--soft); }
      .grid { stroke: var(--line); stroke-width: 1; }
      .base { stroke: var(--soft); stroke-width: 1; }
      .now { stroke: var(--now); stroke-width: 2; }
      .paper { fill: var(--paper); }
      .lane { fill: var(--lane); }
      .bar { fill: var(--bar); }
      .span.published { fill: var(--published); }
      .span.active { fill: var(--active); }
      .span.inactive { fill: var(--inactive); }
      .span.revoked { fill: var(--revoked); }
      .span.signatures { fill: var(--signatures); }
      """;

  /** Of a page. */
  static final String PAGE =
      PICTURE
          + """
          * { box-sizing: border-box; }
          html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
          body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; background: var(--paper);
            color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
          h1 { margin: 0 0 .75rem; font-size: 1.9rem; line-height: 1.2; }
          h2 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
          p { margin: 0 0 .75rem; max-width: 45rem; }
          .kind { margin: 0; color: var(--soft); font-size: .9rem; }
          .verdict { padding: .6rem .8rem; border-left: .35rem solid var(--good); background: var(--lane);
            font-weight: 600; max-width: none; }
          .verdict.error { border-color: var(--bad); }
          .verdict.warning { border-color: var(--warn); }
          .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem 1rem;
            margin: 1rem 0 0; }
          .facts dt { color: var(--soft); font-size: .85rem; }
          .facts dd { margin: 0; }
          section { margin-top: 2rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
          .scroll { overflow-x: auto; }
          .chain { max-width: 40rem; }
          svg.chart { display: block; overflow: visible; margin: .5rem 0; }
          .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .25rem 0 1rem; padding: 0;
            list-style: none; font-size: .85rem; color: var(--soft); }
          .swatch { display: inline-block; width: 1.1em; height: .7em; margin-right: .4em;
            background: var(--ink); }
          .swatch.published { background: var(--published); }
          .swatch.active { background: var(--active); }
          .swatch.inactive { background: var(--inactive); }
          .swatch.revoked { background: var(--revoked); }
          .swatch.signatures { background: var(--signatures); }
          .swatch.now { width: .2em; height: 1em; vertical-align: -.15em; background: var(--now); }
          table { width: 100%; border-collapse: collapse; font-size: .9rem; margin: .5rem 0 .75rem; }
          caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .25rem; }
          th, td { padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top;
            border-bottom: 1px solid var(--line); }
          th { font-weight: 600; }
          th, td.terms { overflow-wrap: normal; }
          td.words { min-width: 8rem; }
          th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
          tr.error td:first-child { color: var(--bad); font-weight: 600; }
          tr.warning td:first-child { color: var(--warn); font-weight: 600; }
          tr.secure td:nth-child(2) { color: var(--good); }
          details { margin: .5rem 0; }
          summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
          footer { margin-top: 2.5rem; color: var(--soft); font-size: .85rem; }
          @media screen and (max-width: 40rem) {
            thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            table, caption, tbody, tr, td { display: block; }
            tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
            td, td.number { padding: .1rem 0; border: 0; text-align: left; }
            td::before { content: attr(data-column) ": "; color: var(--soft); font-weight: 400; }
          }
          @media print {
            :root {
              --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #999999; --lane: #eeeeee;
              --key: #e8f0fe; --key-edge: #1d4ed8; --parent: #f0ebfe; --parent-edge: #6d28d9;
              --good: #166534; --bad: #991b1b; --bad-fill: #fdeaea; --warn: #7a4f00;
              --published: #93c5fd; --active: #1d4ed8; --inactive: #94a3b8; --revoked: #991b1b;
              --signatures: #0f766e; --bar: #0f766e; --now: #b45309;
            }
            body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact;
              -webkit-print-color-adjust: exact; }
            svg.chart, tr, h2 { break-inside: avoid; }
            h2 { break-after: avoid; }
            details { display: none; }
            .chain { min-width: 0 !important; }
          }
          """;

  private PageStyle() {}
}
