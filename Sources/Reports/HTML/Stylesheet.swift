/// The one style of every page. Contrast is at least 4.5 : 1 in both schemes; print is black on white, A4.
enum Stylesheet {
    static let text = screen + narrow + print

    private static let screen = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1b1e22;--soft:#4d545d;--rule:#c7cdd5;--link:#0a58a8;\
        --critical:#9c0020;--high:#a33f00;--good:#17652f;--tint:#f3f6fa}
        @media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#eceff3;--soft:#b6bdc7;--rule:#414954;\
        --link:#86beff;--critical:#ff9499;--high:#ffb573;--good:#86dba0;--tint:#1e242b}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,Arial,sans-serif;\
        overflow-wrap:break-word}
        body>header,main,body>footer{max-width:72rem;margin:0 auto;padding:.9rem 1.25rem}
        body>header{padding-bottom:0}
        body>footer p{max-width:none}body>footer{color:var(--soft);border-top:1px solid var(--rule);margin-top:2.5rem;font-size:.9rem}
        h1{font-size:1.75rem;line-height:1.25;margin:.35rem 0 .6rem}
        h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid var(--rule)}
        h3{font-size:1.05rem;line-height:1.35;margin:1.4rem 0 .3rem}
        p{margin:.5rem 0;max-width:48rem}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible\
        {outline:3px solid var(--link);outline-offset:2px}
        :target{background:var(--tint);outline:2px solid var(--link)}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:2}
        .tlp{display:inline-block;border:2px solid currentColor;padding:.05rem .5rem;font-weight:700;white-space:nowrap}
        .quiet{color:var(--soft)}
        .menu{border-bottom:1px solid var(--rule)}
        .menu ul{display:flex;flex-wrap:wrap;gap:0 1.1rem;list-style:none;margin:0;padding:0}
        .menu a{display:inline-block;padding:.35rem 0;min-height:24px}
        .menu a[aria-current]{color:var(--ink);font-weight:700;text-decoration:none;border-bottom:3px solid var(--link)}
        .languages{margin-left:auto}
        .lead{padding-left:1.6rem;max-width:56rem;font-size:1.06rem}
        .lead li{margin:.5rem 0;padding-left:.2rem}
        .alarm{color:var(--critical);font-weight:700}
        p.alarm{border-left:.35rem solid currentColor;padding:.3rem .8rem;font-size:1.15rem}
        .figure{color:inherit;font-weight:700;text-decoration:underline dotted 1px;font-variant-numeric:tabular-nums}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.9rem;padding:0;margin:0;\
        list-style:none}
        .cards>li{background:var(--tint);border:1px solid var(--rule);border-top:.3rem solid var(--high);padding:.7rem .9rem}
        .amount{display:block;font-size:2rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
        .scroll{overflow-x:auto;margin:.6rem 0}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{padding:.45rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
        thead th{border-bottom:2px solid var(--soft);vertical-align:bottom}
        tbody th{font-weight:600;min-width:9.5rem}tbody th .quiet{font-weight:400}.whole{white-space:nowrap}
        td:first-child,th:first-child{padding-left:0}
        .numeric{text-align:right;font-variant-numeric:tabular-nums}
        .seen{font-style:normal}.endless,.code,dd{overflow-wrap:anywhere}
        td .sign,td.numeric{white-space:nowrap}
        code,.code{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.92em}
        pre{background:var(--tint);border:1px solid var(--rule);padding:.7rem;white-space:pre-wrap;overflow-wrap:anywhere}
        .sign{font-weight:700}.critical,.high{color:var(--critical)}.medium{color:var(--high)}.good{color:var(--good)}
        .low,.unknown{color:var(--ink)}
        dl.facts,.facts dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1.2rem;margin:.6rem 0}
        dt{font-weight:600}dd{margin:0 0 .3rem}
        .item{border:1px solid var(--rule);padding:.2rem 1rem .7rem;margin:1rem 0}
        .note{background:var(--tint);border-left:.3rem solid var(--link);padding:.4rem .8rem;max-width:56rem}
        figure{margin:0}figcaption{color:var(--soft);margin-top:.4rem}
        svg{max-width:100%}svg text{fill:currentColor;font:12px system-ui,Arial,sans-serif}
        .soon{fill:var(--high)}.later{fill:var(--link)}.axis{stroke:var(--soft)}
        .curve{fill:none;stroke:var(--link);stroke-width:2.5;vector-effect:non-scaling-stroke}
        .drawings{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}.drawings figcaption{color:inherit}
        .diagram{overflow-x:auto;margin:.3rem 0;border:1px solid var(--rule)}.diagram svg{max-width:none;display:block}
        @media screen and (min-width:76rem){.drawings{width:calc(100vw - 4rem);margin-left:calc(50% - 50vw + 2rem)}}
        @media screen and (min-width:170rem){.drawings{grid-template-columns:repeat(2,minmax(0,1fr))}}
        .area,.store,.remark{fill:none;stroke:var(--rule)}.unclear{fill:var(--paper);stroke:var(--soft)}
        .ending{fill:var(--paper);stroke:var(--soft);stroke-width:4}
        .on-system{fill:var(--tint);stroke:var(--link);stroke-width:2}
        .on-paper{fill:var(--paper);stroke:var(--high);stroke-width:2;stroke-dasharray:7 4}
        .wire{fill:none;stroke:var(--soft);stroke-width:1.5}.dashed{fill:none;stroke:var(--soft);stroke-dasharray:4 4}
        .arrow-head{fill:var(--soft)}.foot{font-weight:700}
        .matrix{hyphens:auto;font-size:.92rem}.matrix td{min-width:5.5rem}.matrix td .sign{white-space:normal}.matrix.slim td{min-width:0}.matrix tbody th,.matrix thead th:first-child\
        {position:sticky;left:0;background:var(--paper)}
        .local{border-bottom:1px solid var(--rule);margin-bottom:1rem}.bar{fill:var(--tint);stroke:var(--soft)}
        .coarse{fill:none;stroke:var(--soft);stroke-width:2;stroke-dasharray:5 4;vector-effect:non-scaling-stroke}
        .filter{margin:.6rem 0}.filter label{display:block;font-weight:600}
        .filter input{font:inherit;width:min(28rem,100%);padding:.3rem .5rem;color:inherit;background:var(--paper);\
        border:1px solid var(--soft)}
        .sort{font:inherit;color:var(--soft);background:none;border:0;cursor:pointer;min-width:24px;min-height:24px;padding:0}
        [aria-sort] .sort{color:var(--link);font-weight:700}
        .more{font:inherit;color:var(--link);background:none;border:1px solid var(--link);cursor:pointer;padding:.35rem .8rem}

        """

    private static let narrow = """
        @media screen and (max-width:40rem){body>header,main,body>footer{padding-left:.9rem;padding-right:.9rem}
        h1{font-size:1.4rem}.scroll table{min-width:40rem}.scroll .slim{min-width:0}.slim tbody th{min-width:7rem}caption{max-width:calc(100vw - 2rem)}dl.facts,.facts dl{display:block}.languages{margin-left:0}}

        """

    private static let print = """
        @media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--rule:#888;--link:#000;--critical:#000;\
        --high:#000;--good:#000;--tint:#fff}
        @page{size:A4;margin:15mm 14mm 17mm}@page wide{size:A4 landscape}
        body{font-size:10pt;line-height:1.4}h1{font-size:16pt}h2{font-size:12.5pt;margin:1.1rem 0 .4rem}h3{font-size:11pt;margin:.8rem 0 .2rem}.lead{font-size:10pt}.lead li{margin:.3rem 0}
        .amount{font-size:16pt}.figure{text-decoration:none}body>header,main,body>footer{max-width:none;padding:0}
        .menu,.local,.skip,.filter,.sort,.more{display:none}
        .scroll{overflow:visible}table,.matrix{font-size:8.5pt}tbody th{min-width:0}th,td{padding:.18rem .35rem}
        h2,h3,caption{break-after:avoid}tr,.lead li,.cards>li,figure,svg{break-inside:avoid}thead{display:table-header-group}
        a{color:inherit;text-decoration:none}main a[href^="http"]::after{content:" (" attr(href) ")";font-size:8pt}
        .cards{grid-template-columns:repeat(3,1fr)}.soon{fill:#555}.later{fill:#999}td .sign{white-space:normal}
        :target{background:none;outline:0}.drawings{page:wide}.diagram{overflow:visible;border:0}.diagram svg{max-width:100%;height:auto}td svg{width:22mm;height:auto}.matrix td{min-width:0}.matrix tbody th,.matrix thead th:first-child{position:static}}
        """
}
