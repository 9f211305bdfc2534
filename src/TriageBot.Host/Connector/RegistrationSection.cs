using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TriageBot.Host.Configuration;

namespace TriageBot.Host.Connector;

/// <summary>Reads the registration under the names that Bot Framework gives its settings.</summary>
internal static class RegistrationSection
{
    private const string AppId = "MicrosoftAppId";
    private const string Type = "MicrosoftAppType";
    private const string Tenant = "MicrosoftAppTenantId";
    private const string Password = "MicrosoftAppPassword";
    private const string CertificatePath = "MicrosoftAppCertificatePath";
    private const string CertificatePassword = "MicrosoftAppCertificatePassword";

    /// <summary>The registration, or null where the bot has none.</summary>
    public static Registration? Read(SettingsReader settings)
    {
        var type = ReadType(settings);
        if (settings.Optional(AppId) is not { } appId)
        {
            RejectHalfARegistration(settings, type);
            return null;
        }

        var tenant = settings.Optional(Tenant);
        if (tenant is null && type is not AppType.MultiTenant)
        {
            settings.Report(Tenant, $"is missing. A {type} bot signs in to its own tenant: set it to the tenant's id.");
        }

        var cloud = ReadCloud(settings);
        return new Registration(appId, type, tenant, cloud, ReadAuthority(settings, type, tenant, cloud))
        {
            Password = ReadPassword(settings, type),
            Certificate = ReadCertificate(settings, type),
        };
    }

    private static AppType ReadType(SettingsReader settings)
    {
        var text = settings.Optional(Type);
        if (text is null)
        {
            return AppType.MultiTenant;
        }

        if (Enum.TryParse<AppType>(text, ignoreCase: true, out var type) && !char.IsAsciiDigit(text[0]))
        {
            return type;
        }

        settings.Report(Type, $"must be one of: {string.Join(", ", Enum.GetNames<AppType>())}.");
        return AppType.MultiTenant;
    }

    private static void RejectHalfARegistration(SettingsReader settings, AppType type)
    {
        string[] needing = [Tenant, Password, CertificatePath];
        if (type is not AppType.MultiTenant || needing.Any(key => settings.Optional(key) is not null))
        {
            settings.Report(
                AppId,
                "is missing, and other settings of a registration are there. Set it, or remove them."
            );
        }
    }

    private static string? ReadPassword(SettingsReader settings, AppType type)
    {
        var password = settings.Optional(Password);
        var certificate = settings.Optional(CertificatePath);
        if (type is AppType.UserAssignedMSI)
        {
            RejectForManagedIdentity(settings, Password, password);
            RejectForManagedIdentity(settings, CertificatePath, certificate);
        }
        else if (password is null && certificate is null)
        {
            settings.Report(
                Password,
                $"is missing. Set it to the registration's client secret, or {CertificatePath} to its certificate."
            );
        }
        else if (password is not null && certificate is not null)
        {
            settings.Report(Password, $"and {CertificatePath} are both set. Keep one of them.");
        }

        return password;
    }

    private static void RejectForManagedIdentity(SettingsReader settings, string key, string? value)
    {
        if (value is not null)
        {
            settings.Report(key, "is set, and a UserAssignedMSI bot has no secret. Remove it.");
        }
    }

    private static X509Certificate2? ReadCertificate(SettingsReader settings, AppType type)
    {
        if (type is AppType.UserAssignedMSI || settings.Optional(CertificatePath) is not { } path)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, settings.Optional(CertificatePassword));
            if (certificate.HasPrivateKey)
            {
                return certificate;
            }
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // The message of it may name the path, which is a setting's value.
        }

        settings.Report(
            CertificatePath,
            $"must name a readable PFX file with a private key, which {CertificatePassword} opens where it has a password."
        );
        return null;
    }

    private static Cloud ReadCloud(SettingsReader settings)
    {
        var cloud = settings.Optional("ChannelService") switch
        {
            null => Cloud.Public,
            var service when service.TrimEnd('/') == Cloud.UsGovernmentService => Cloud.UsGovernment,
            _ => Unknown(settings),
        };
        return cloud with
        {
            ChannelIssuer = settings.Optional("ToBotFromChannelTokenIssuer") ?? cloud.ChannelIssuer,
            ChannelMetadata =
                Guarded(settings, "ToBotFromChannelOpenIdMetadataUrl")
                ?? Guarded(settings, "BotOpenIdMetadata")
                ?? cloud.ChannelMetadata,
            DeveloperMetadata = Guarded(settings, "ToBotFromEmulatorOpenIdMetadataUrl") ?? cloud.DeveloperMetadata,
            Scope = ReadScope(settings) ?? cloud.Scope,
        };
    }

    private static Cloud Unknown(SettingsReader settings)
    {
        settings.Report(
            "ChannelService",
            $"must be empty for the public cloud or {Cloud.UsGovernmentService} for the US government's."
        );
        return Cloud.Public;
    }

    private static string? ReadScope(SettingsReader settings)
    {
        const string All = "/.default";
        var scope = settings.Optional("ToChannelFromBotOAuthScope");
        return scope is null || scope.EndsWith(All, StringComparison.Ordinal) ? scope : scope.TrimEnd('/') + All;
    }

    private static Uri ReadAuthority(SettingsReader settings, AppType type, string? tenant, Cloud cloud)
    {
        const string Endpoint = "/oauth2/v2.0/token";
        if (Guarded(settings, "ToChannelFromBotLoginUrl") is not { } login)
        {
            return new Uri(cloud.Login, type is AppType.MultiTenant ? cloud.BotTenant : tenant ?? cloud.BotTenant);
        }

        var address = login.AbsoluteUri.TrimEnd('/');
        return new Uri(address.EndsWith(Endpoint, StringComparison.Ordinal) ? address[..^Endpoint.Length] : address);
    }

    // Keys and secrets travel to these addresses, so nobody on the way may read or change them.
    private static Uri? Guarded(SettingsReader settings, string key)
    {
        var address = settings.Address(key);
        if (address is null || address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
        {
            return address;
        }

        settings.Report(key, "must begin with https://.");
        return null;
    }
}
