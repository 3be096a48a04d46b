/// How the page looks, on a screen and on A4 or Letter paper.
///
/// Nothing is told apart by colour alone: levels have words, borders and patterns, so that a copy in
/// black and white says the same.
enum PageStyle {
  static let css = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.5rem 3rem; color: #111;
      background: #fff; font: 15px/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    h1 { font-size: 1.5rem; margin: 0; }
    h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 1.5px solid #111;
      padding-bottom: .15rem; }
    h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
    p, ul, dl, table, figure { margin: .35rem 0; }
    ul { padding-left: 1.2rem; }
    a { color: inherit; }
    .sheet, .sheet > tbody, .sheet > tbody > tr, .sheet > tbody > tr > td { display: block;
      width: 100%; padding: 0; border: 0; }
    .sheet > thead { display: none; }
    .top { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem;
      flex-wrap: wrap; border-bottom: 3px solid #111; padding-bottom: .35rem; }
    .statement { font-weight: 600; }
    .facts { display: grid; grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr);
      gap: .1rem 1rem; }
    .answers { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: .2rem 1rem; }
    .answers dd { margin: 0; overflow-wrap: anywhere; }
    .answers .group { grid-column: 1 / -1; }
    .answers dt.group { font-weight: 600; }
    .answers dd.group { padding-left: 1rem; }
    .facts dt { color: #444; }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .remark { border: 1.5px dashed #111; padding: .3rem .6rem; margin: .4rem 0; }
    .urgent { border: 4px double #111; padding: .3rem .8rem .6rem; margin: 1rem 0; }
    .urgent h2 { border: 0; margin-top: .3rem; }
    .finding { margin: .45rem 0; padding-left: .6rem; border-left: 2px solid #777; }
    .finding.high { border-left: 6px solid #111; }
    .finding.medium { border-left: 3px solid #444; }
    .level { font-weight: 700; text-transform: uppercase; font-size: .82em; letter-spacing: .03em; }
    .quote { font-style: italic; overflow-wrap: anywhere; }
    .quiet { color: #444; }
    .columns { columns: 2; column-gap: 2rem; }
    .columns li, .columns h3 { break-inside: avoid; }
    .columns h3 { break-after: avoid; }
    table.rows { border-collapse: collapse; width: 100%; font-size: .93em; }
    table.rows th, table.rows td { border: 1px solid #888; padding: .2rem .4rem; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; }
    table.rows th { background: #eee; }
    table.rows thead { display: table-header-group; }
    .drawings { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: flex-start; }
    figure { break-inside: avoid; margin: .3rem 0; max-width: 24rem; }
    figcaption { font-size: .9em; }
    svg { display: block; max-width: 100%; height: auto; }
    svg text { font: 11px system-ui, "DejaVu Sans", sans-serif; fill: #111; }
    svg .value { font-weight: 700; font-size: 13px; }
    svg .part { fill: #fff; stroke: #111; }
    svg .part.shaded { fill: #ddd; }
    svg .marker { fill: #111; }
    svg .outline { fill: #fff; stroke: #888; stroke-width: 1; }
    svg .region { fill: #999; stroke: #111; stroke-width: 1.5; }
    svg .region.worst { fill: #111; }
    details { margin: .15rem 0 .15rem; }
    summary { cursor: pointer; }
    .signature { display: grid; grid-template-columns: 1fr 1fr; gap: 1.6rem 2rem; margin-top: 2rem;
      break-inside: avoid; }
    .signature div { border-top: 1px solid #111; padding-top: .15rem; }
    .box { display: inline-block; width: .9em; height: .9em; border: 1.5px solid #111;
      margin-right: .35em; vertical-align: -.1em; }
    @page { margin: 14mm 14mm 16mm;
      @bottom-right { content: "page " counter(page) " of " counter(pages);
        font: 9pt system-ui, "DejaVu Sans", sans-serif; } }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
      h2 { margin: 1rem 0 .25rem; }
      h3 { margin: .6rem 0 .15rem; }
      .sheet { display: table; table-layout: fixed; }
      .sheet > thead { display: table-header-group; }
      .sheet > thead td { font-size: 9pt; border-bottom: 1px solid #111; padding-bottom: 1mm; }
      .sheet > tbody { display: table-row-group; }
      .sheet > tbody > tr { display: table-row; }
      .sheet > tbody > tr > td { display: table-cell; padding-top: 3mm; }
      h2, h3 { break-after: avoid; }
      p, dt, dd:not(.group), tr { break-inside: avoid; }
      .answers dt.group { break-after: avoid; }
      .detail .finding strong { break-after: avoid; }
      .detail { border-top: 3px solid #111; margin-top: 1rem; font-size: 9pt; }
      .drawings { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem 1.5rem; }
      .drawings .drawings { display: flex; }
      .drawings .drawings svg { height: 60mm; width: auto; }
      .sections { columns: 2; column-gap: 1.5rem; }
      .sections h2 { font-size: 1rem; margin-top: .6rem; }
      .answers { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: .05rem .6rem; margin: 0; }
      .answers dd.group { padding-left: .6rem; }
      summary { list-style: none; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
    }
    @media (max-width: 40rem) { .columns { columns: 1; } }
    """
}
