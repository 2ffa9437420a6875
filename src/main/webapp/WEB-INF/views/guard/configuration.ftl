<#ftl output_format="plainText">
<#-- One proxy's configuration and nothing else, for programs. kind nginx|caddy|traefik; proxy as in proxies.ftlh -->
<#import "nginx.ftl" as nginx><#import "caddy.ftl" as caddy><#import "traefik.ftl" as traefik>
<#if kind == "nginx">${nginx.text(proxy)}<#elseif kind == "caddy">${caddy.text(proxy)}<#else>${traefik.text(proxy)}</#if>
