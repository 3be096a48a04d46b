import Mustache

/// The templates of the page.
///
/// They are part of the program, not files beside it, so that a moved program still has them.
enum PageTemplates {
  /// The page, ready to be filled; nil only if a template here has a mistake, which a test finds.
  static let library: MustacheLibrary? = {
    guard PageText.isRegistered else { return nil }
    var templates: [String: MustacheTemplate] = [:]
    for (name, text) in all {
      guard
        let template = try? MustacheTemplate(string: "{{% CONTENT_TYPE:\(PageText.name)}}\(text)")
      else { return nil }
      templates[name] = template
    }
    return MustacheLibrary(templates: templates)
  }()

  static let all = [
    "page": page, "facts": facts, "glance": glance, "finding": finding, "scale": scale,
    "body": body,
    "table": table, "entries": entries, "detail": detail,
  ]

  private static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <table class="sheet" role="presentation"><thead><tr><td>{{label}}</td></tr></thead>
    <tbody><tr><td>
    <header class="top"><h1>{{title}}</h1><span class="statement">{{statement}}</span></header>
    {{> facts}}
    {{#remarks}}<p class="remark">{{.}}</p>
    {{/remarks}}
    <section class="urgent"><h2>{{urgentHeading}}</h2>
    {{^urgent}}<p>{{noUrgent}}</p>
    {{/urgent}}{{#urgent}}<div class="finding high"><strong>{{line}}</strong>
    {{#quotes}}<div class="quote">{{.}}</div>
    {{/quotes}}{{#remarks}}<div class="quiet">{{.}}</div>
    {{/remarks}}</div>
    {{/urgent}}</section>
    {{#levels}}<section><h2>{{heading}}</h2>
    {{#groups}}{{#name}}<h3>{{name}}</h3>
    {{/name}}{{#findings}}<div class="finding {{level}}"><a href="#{{anchor}}">{{line}}</a>
    {{#quotes}}<span class="quote">{{.}}</span> {{/quotes}}</div>
    {{/findings}}{{/groups}}</section>
    {{/levels}}
    <div class="columns">
    {{#lists}}<section><h3>{{heading}}</h3><ul>
    {{#items}}<li>{{.}}</li>
    {{/items}}</ul></section>
    {{/lists}}</div>
    <section><h2>{{glanceHeading}}</h2>{{> glance}}
    <div class="drawings">{{#scales}}{{> scale}}{{/scales}}{{#body}}{{> body}}{{/body}}</div></section>
    {{> detail}}
    </td></tr></tbody></table>
    </body>
    </html>

    """

  private static let facts = """
    <dl class="facts">
    {{#facts}}<dt>{{name}}</dt><dd>{{value}}</dd>
    {{/facts}}</dl>

    """

  private static let finding = """
    <div class="finding {{level}}" id="{{anchor}}"><span class="level">{{levelName}}</span>
    <strong>{{line}}</strong>
    {{#quotes}}<div class="quote">{{.}}</div>
    {{/quotes}}<p>{{text}}</p>
    <details><summary>{{basisHeading}}</summary>
    <dl class="facts">{{#basis}}<dt>{{name}}</dt><dd>{{value}}</dd>
    {{/basis}}</dl></details></div>

    """

  private static let scale = """
    <figure><figcaption>{{caption}}</figcaption>
    {{#drawing}}<svg viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-label="{{summary}}">
    {{#parts}}<rect class="part{{#isShaded}} shaded{{/isShaded}}" x="{{x}}" y="22" width="{{width}}" height="14"/>
    {{/parts}}{{^parts}}<rect class="part" x="14" y="22" width="300" height="14"/>
    {{/parts}}<path class="marker" transform="translate({{markerX}} 21)" d="M-6 -8h12l-6 8z"/>
    <rect class="marker" x="-1" y="21" width="2" height="16" transform="translate({{markerX}} 0)"/>
    <text class="value" x="{{markerX}}" y="10" text-anchor="middle">{{value}}</text>
    {{#limits}}<text x="{{x}}" y="49" text-anchor="middle">{{value}}</text>
    {{/limits}}<text x="14" y="49" text-anchor="middle">{{least}}</text><text x="314" y="49" text-anchor="middle">{{greatest}}</text>
    </svg>
    {{/drawing}}{{#bands}}<div class="quiet">{{.}}</div>
    {{/bands}}{{#notes}}<div class="quiet">{{.}}</div>
    {{/notes}}</figure>

    """

  private static let body = """
    <figure><figcaption>{{caption}}</figcaption>
    <div class="drawings">{{#views}}<svg viewBox="0 0 200 440" width="150" height="330" role="img" aria-label="{{title}}">
    {{#outline}}<path class="outline" d="{{.}}"/>
    {{/outline}}{{#marked}}<path class="region{{#isMain}} worst{{/isMain}}" d="{{path}}"/>
    {{/marked}}<text x="100" y="434" text-anchor="middle">{{title}}</text></svg>
    {{/views}}</div>
    <p class="quiet">{{legend}}</p></figure>

    """

  private static let glance = """
    <dl class="facts">
    {{#glance}}<dt>{{name}}</dt><dd>{{#lines}}<div>{{.}}</div>{{/lines}}</dd>
    {{/glance}}</dl>

    """

  private static let table = """
    <section><h2>{{heading}}</h2>
    {{#hasRows}}<table class="rows"><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>{{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table>
    {{/hasRows}}{{#notes}}<p>{{.}}</p>
    {{/notes}}</section>

    """

  private static let entries = """
    <dl class="answers">
    {{#entries}}<dt{{#isGroup}} class="group"{{/isGroup}}>{{label}}</dt><dd{{#isGroup}} class="group"{{/isGroup}}>{{#answers}}<div>{{.}}</div>
    {{/answers}}{{#state}}<span class="quiet">({{state}})</span>{{/state}}{{#hasEntries}}{{> entries}}{{/hasEntries}}</dd>
    {{/entries}}</dl>

    """

  private static let detail = """
    <div class="detail">
    {{#details}}<section><h2>{{heading}}</h2>
    {{#findings}}{{> finding}}{{/findings}}{{#items}}<p>{{.}}</p>
    {{/items}}</section>
    {{/details}}
    {{#tables}}{{> table}}{{/tables}}
    <div class="sections">
    {{#sections}}<section><h2>{{heading}}</h2>
    {{> entries}}</section>
    {{/sections}}</div>
    <section><h2>{{sourcesHeading}}</h2><ul>
    {{#sources}}<li>{{.}}</li>
    {{/sources}}</ul></section>
    <div class="signature">{{#signature}}<div>{{#boxes}}<span class="box"></span>{{.}} &#160; {{/boxes}}{{line}}</div>
    {{/signature}}</div>
    <p class="quiet">{{end}}</p>
    </div>

    """
}
