#!/usr/bin/env bash
# Adds an EF migration: src/add-migration.sh NAME. The design-time package is fetched for the tool alone; the product does not reference it.
set -euo pipefail
name=${1:?usage: src/add-migration.sh NAME}
cd "$(dirname "$0")/.."
tool=.artifacts/migrations-tool
mkdir -p "$tool"
[ -x "$tool/bin/dotnet-ef" ] || dotnet tool install dotnet-ef --version 10.0.15 --tool-path "$tool/bin" >/dev/null

cat > "$tool/Directory.Build.props" <<'XML'
<Project />
XML
cp "$tool/Directory.Build.props" "$tool/Directory.Packages.props"
cat > "$tool/Migrations.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NoWarn>NU1603;NU1608;NU1605</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="../../src/ProgressBot/ProgressBot.csproj" />
    <PackageDownload Include="Microsoft.EntityFrameworkCore.Design" Version="[10.0.14]" />
    <PackageReference Include="Humanizer.Core" Version="2.14.1" />
    <PackageReference Include="Microsoft.CodeAnalysis.CSharp.Workspaces" Version="5.12.0" />
    <Reference Include="Microsoft.EntityFrameworkCore.Design">
      <HintPath>$(NuGetPackageRoot)/microsoft.entityframeworkcore.design/10.0.14/lib/net10.0/Microsoft.EntityFrameworkCore.Design.dll</HintPath>
    </Reference>
  </ItemGroup>
</Project>
XML
echo 'return;' > "$tool/Program.cs"
dotnet build "$tool" -v quiet --nologo -nodeReuse:false -p:UseSharedCompilation=false
"$tool/bin/dotnet-ef" migrations add "$name" --project src/ProgressBot --startup-project "$tool" --no-build --context BotDb --output-dir Storage/Sqlite/Migrations
