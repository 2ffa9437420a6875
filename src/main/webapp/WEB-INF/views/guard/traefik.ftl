<#ftl output_format="plainText">
<#-- Traefik 2 or 3: a file of dynamic configuration. -->
<#function text proxy>
<#local text>
# ${proxy.authority}${proxy.prefix}, guarded by Gatehouse: dynamic configuration. GATEHOUSE_TRUSTED_PROXIES names this machine's address.
<#if proxy.front>
# Traefik cannot take a path out of an answer, so base paths cannot be put in front of this service:
# choose another proxy, or let it refuse what is outside. Nothing is printed, for without that everybody would be in everybody's files.
<#else>
http:
  routers:
<#if !proxy.home>
    guarded-${proxy.id}-way:
      rule: "Host(`${proxy.host}`) && PathPrefix(`/.gatehouse/`)"
      priority: 1000
      middlewares: [guarded-${proxy.id}-way]
      service: gatehouse
<#if proxy.secure>
      tls: {}
</#if>
</#if>
    guarded-${proxy.id}:
      rule: "Host(`${proxy.host}`)<#if proxy.prefix?has_content> && (Path(`${proxy.prefix}`) || PathPrefix(`${proxy.prefix}/`))</#if>"
      middlewares: [guarded-${proxy.id}-clean, guarded-${proxy.id}, guarded-${proxy.id}-inside]
      service: guarded-${proxy.id}
<#if proxy.secure>
      tls: {}
</#if>
  middlewares:
<#if !proxy.home>
    # Gatehouse is asked for pages there, and for nothing else
    guarded-${proxy.id}-way:
      headers:
        customRequestHeaders: {Host: "${proxy.authority}", X-Forwarded-Host: "${proxy.authority}", Upgrade: ""}
</#if>
    # nobody but Traefik says what is asked, and what a client calls this host is not believed<#if proxy.bits>; no WebSocket, for nobody would judge what is said there</#if>
<#if !proxy.bits>
    # A Traefik older than the mend of CVE-2026-88008 takes Upgrade: h2c along: who answers to it could be talked to past every question.
    # With such a one add Upgrade: "" to these headers, which ends WebSocket too.
</#if>
    guarded-${proxy.id}-clean:
      headers:
        customRequestHeaders: {Host: "${proxy.authority}", X-Forwarded-Host: "${proxy.authority}", X-Original-URL: "", X-Original-Method: "", X-Forwarded-Uri: "", X-Forwarded-Method: ""<#if proxy.bits>, Upgrade: ""</#if>}
    guarded-${proxy.id}:
      forwardAuth:
        address: ${proxy.gatehouse}/api/auth/verify
        trustForwardHeader: false
        # what the client sent by these names is removed first, in every spelling
        authResponseHeadersRegex: "(?i)^((remote|x[-_.]gatehouse)[-_.].*${proxy.bits?then("|destination", "")})$"
    # the access token ends here; leave this middleware out only if the service itself reads Authorization
    guarded-${proxy.id}-inside:
      headers:
        customRequestHeaders: {Authorization: ""}
  services:
    gatehouse:
      loadBalancer: {servers: [{url: "${proxy.gatehouse}"}]}
    guarded-${proxy.id}:
      loadBalancer: {servers: [{url: "${proxy.upstream}"}]}
</#if>
</#local>
<#return text>
</#function>
