<#ftl output_format="plainText">
<#-- nginx: the question by auth_request. A refusal for a browser carries Location; programs get their challenge. -->
<#function text proxy>
<#local text>
# ${proxy.authority}${proxy.prefix}, guarded by Gatehouse. Belongs inside http { }; GATEHOUSE_TRUSTED_PROXIES names this machine's address.
# Keep underscores_in_headers off and ignore_invalid_headers on, as they are by default.
upstream guarded_${proxy.id} { server ${proxy.upstreamHost}; }
<#if proxy.dav>
map $gatehouse_base $gatehouse_front { / ""; default $gatehouse_base; }
</#if>
<#if !proxy.bits>
# WebSocket and nothing else: through h2c a client would talk to the service past every question
map $http_upgrade $gatehouse_upgrade { ~*^websocket$ websocket; default ""; }
map $gatehouse_upgrade $gatehouse_connection { websocket upgrade; default ""; }
</#if>

server {
  listen ${proxy.port}${proxy.secure?then(" ssl", "")};
  server_name ${proxy.host};
  client_max_body_size 0; # for the question too: nginx looks at the length before it asks
<#if proxy.secure>
  ssl_certificate     /etc/ssl/${proxy.host}.pem;
  ssl_certificate_key /etc/ssl/private/${proxy.host}.key;
</#if>
<#if proxy.home>

  # Gatehouse itself, on the same host
  location / {
<#else>

  # the way to sign in and back
  location /.gatehouse/ {
</#if>
    proxy_pass ${proxy.gatehouse};
    proxy_set_header Host ${proxy.authority};
    proxy_set_header X-Forwarded-Host ${proxy.authority};
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-For $remote_addr;
  }

<#if proxy.prefix?has_content && !proxy.home>
  # the rest of this host
  location / { return 404; }

</#if>
  # the question; nobody but nginx itself can ask it here. Its address is written out: what a client calls this host is not believed
  location = /.gatehouse/verify {
    internal;
    proxy_pass ${proxy.gatehouse}/api/auth/verify;
    proxy_pass_request_body off;
    proxy_set_header Content-Length "";
    proxy_set_header X-Original-Method $request_method;
    proxy_set_header X-Original-URL ${proxy.origin}$request_uri;
    proxy_set_header X-Forwarded-Method "";
    proxy_set_header X-Forwarded-Proto "";
    proxy_set_header X-Forwarded-Host "";
    proxy_set_header X-Forwarded-Uri "";
  }

  location ${proxy.prefix?has_content?then('~ "^\\Q' + proxy.path + '\\E(/|$)"', "/")} {
    auth_request /.gatehouse/verify;
    auth_request_set $gatehouse_user $upstream_http_remote_user;
    auth_request_set $gatehouse_name $upstream_http_remote_name;
    auth_request_set $gatehouse_email $upstream_http_remote_email;
    auth_request_set $gatehouse_groups $upstream_http_remote_groups;
    auth_request_set $gatehouse_base $upstream_http_x_gatehouse_base_path;
    auth_request_set $gatehouse_permission $upstream_http_x_gatehouse_permission;
    auth_request_set $gatehouse_location $upstream_http_location;
    error_page 401 = @gatehouse_sign_in;

    # only what Gatehouse says; an empty value removes what the client sent
    proxy_set_header Remote-User $gatehouse_user;
    proxy_set_header Remote-Name $gatehouse_name;
    proxy_set_header Remote-Email $gatehouse_email;
    proxy_set_header Remote-Groups $gatehouse_groups;
    proxy_set_header X-Gatehouse-Base-Path $gatehouse_base;
    proxy_set_header X-Gatehouse-Permission $gatehouse_permission;
    # the access token ends here; leave this line out only if the service itself reads Authorization
    proxy_set_header Authorization "";
    proxy_set_header Host ${proxy.authority};
    proxy_set_header X-Forwarded-Host ${proxy.authority};
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_http_version 1.1;
<#if !proxy.bits>
    proxy_set_header Upgrade $gatehouse_upgrade;
    proxy_set_header Connection $gatehouse_connection;
<#else>
    auth_request_set $gatehouse_destination $upstream_http_destination;
    proxy_set_header Destination $gatehouse_destination;
</#if>
<#if proxy.dav>
    # listings name the paths of the service; people know theirs
    proxy_set_header Accept-Encoding "";
    sub_filter_types text/xml application/xml;
    sub_filter_once off;
    sub_filter "<D:href>${proxy.prefix}$gatehouse_front" "<D:href>${proxy.prefix}";
</#if>
<#if proxy.front>
    auth_request_set $gatehouse_path $upstream_http_x_gatehouse_path;
    proxy_pass ${proxy.upstreamScheme}://guarded_${proxy.id}$gatehouse_path$is_args$args;
<#else>
    proxy_pass ${proxy.upstreamScheme}://guarded_${proxy.id};
</#if>
  }

  location @gatehouse_sign_in {
    if ($gatehouse_location) { return 303 $gatehouse_location; }
    return 401;
  }
}
</#local>
<#return text>
</#function>
