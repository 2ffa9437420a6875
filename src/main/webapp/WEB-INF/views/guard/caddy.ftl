<#ftl output_format="plainText">
<#-- Caddy 2: the question by reverse_proxy, as forward_auth does it. -->
<#macro told front more>
<#list ["Remote-User", "Remote-Name", "Remote-Email", "Remote-Groups", "X-Gatehouse-Base-Path", "X-Gatehouse-Permission"] + front?then(["X-Gatehouse-Path"], []) + more as name>
          request_header ${name} {http.reverse_proxy.header.${name}}
</#list>
</#macro>
<#function text proxy>
<#local text>
# ${proxy.authority}${proxy.prefix}, guarded by Gatehouse. GATEHOUSE_TRUSTED_PROXIES names this machine's address.
${proxy.secure?then("https", "http")}://${proxy.authority} {
  # nobody but Gatehouse says who is there
  request_header -Remote*
  request_header -X-Gatehouse*
  request_header -X_Gatehouse*
  request_header -X.Gatehouse*
  request_header -X-Original*
  # what a client calls this host is not believed
  request_header Host ${proxy.authority}
<#if proxy.bits>
  # no WebSocket, for nobody would judge what is said there
  request_header -Upgrade
<#else>
  # WebSocket and nothing else: through h2c a client would talk past every question
  @tunnel header_regexp Upgrade (?i)^[^w]|,
  request_header @tunnel -Upgrade
</#if>
  @unnamed header_regexp Connection (?i)(remote|x-)

<#if proxy.home>
  @guarded path_regexp "^\Q${proxy.path}\E(/|$)"
  handle @guarded {
<#else>
  handle /.gatehouse/* {
    reverse_proxy ${proxy.gatehouse}
  }

<#if proxy.prefix?has_content>
  @guarded path_regexp "^\Q${proxy.path}\E(/|$)"
  handle @guarded {
<#else>
  handle {
</#if>
</#if>
    route {
      respond @unnamed 400
      # the question, as forward_auth would ask it; but a yes is only what Gatehouse itself says, and the client's query stays out of it
      reverse_proxy ${proxy.gatehouse} {
        method GET
        rewrite /api/auth/verify?
        header_up X-Forwarded-Method {method}
        header_up X-Forwarded-Uri {uri}
<#if proxy.bits>
        @carried {
          status 200
          header X-Gatehouse-Path *
          header Destination *
        }
        handle_response @carried {
<@told front=proxy.front more=["Destination"]/>
        }
</#if>
        @yes {
          status 200
          header X-Gatehouse-Path *
        }
        handle_response @yes {
<#if proxy.bits>
          request_header -Destination
</#if>
<@told front=proxy.front more=[]/>
        }
      }
      # the access token ends here; leave this line out only if the service itself reads Authorization
      request_header -Authorization
<#if proxy.front>
      # Caddy 2.6 would encode the path twice: this needs a newer one
      rewrite * {http.request.header.X-Gatehouse-Path}?{query}
</#if>
      reverse_proxy ${proxy.upstream}
    }
  }
<#if proxy.home>

  handle {
    reverse_proxy ${proxy.gatehouse}
  }
</#if>
}
</#local>
<#return text>
</#function>
