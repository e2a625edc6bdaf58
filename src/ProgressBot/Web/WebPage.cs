using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace ProgressBot.Web;

/// <summary>The chat page and what it needs of a host: <see cref="AddWebPage"/>, then <see cref="UseWebPage"/>, then <see cref="MapWebPage"/>.</summary>
internal static class WebPage
{
    static readonly TimeSpan Briefly = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Needs <see cref="KnowLink"/>, <see cref="RedeemLink"/>, <see cref="FindPerson"/>, <see cref="FindPersonAt"/>,
    /// <see cref="ClaimAddress"/> and <see cref="Core.Dialogs.FindWording"/> from the host.
    /// </summary>
    public static IServiceCollection AddWebPage(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddDataProtection().SetApplicationName("ProgressBot").PersistKeysToFileSystem(PrivateDirectory(Path.Combine(dataDirectory, "keys")));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddPageCookie();
        services.AddSingleton<WordedPages>();
        // scripts and styles only: compressing answers that hold secrets would let their length speak
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/javascript", "text/css", "text/html", "image/svg+xml"];
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, configuration.GetSection("Web:TrustedProxies").Get<string[]>() ?? []));
        return services;
    }

    /// <summary>The page's files, the headers of every answer to a browser, and who is signed in.</summary>
    public static void UseWebPage(this IApplicationBuilder application)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "page"));
        // who calls has to be known before an endpoint that needs nothing else answers at once
        application.UseForwardedHeaders();
        application.UseRouting();
        application.UseSecurityHeaders();
        application.UseResponseCompression();
        application.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => Cache(file.Context) });
        application.UseAuthentication();
    }

    public static void MapWebPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFiles();
        endpoints.MapGet("/", (HttpContext http, WordedPages pages) => pages.HtmlAsync(http, "index.html"));
        endpoints.MapGet("/wording.js", (HttpContext http, WordedPages pages) => pages.ScriptAsync(http));
        var own = endpoints.MapGroup("").AddEndpointFilter<SameOriginFilter>();
        own.MapSignIn();
        own.MapChatToken();
        own.MapPageState();
    }

    // the cookies' keys lie in it as they are, so nobody else may look in
    static DirectoryInfo PrivateDirectory(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // only a proxy that is named may say how the caller saw us; the framework's own default would trust any on this machine
    static void TrustProxies(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = proxies.Length > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
            : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(IPAddress.Parse(proxy));
    }

    // the big bundle is asked for with its version in the address
    static void Cache(HttpContext http) => http.Response.Headers.CacheControl =
        http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : $"public, max-age={(int)Briefly.TotalSeconds}, must-revalidate";
}
